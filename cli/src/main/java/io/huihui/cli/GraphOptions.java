package io.huihui.cli;

import io.huihui.connectors.neo4j.Neo4jConfig;

import picocli.CommandLine.Option;

/** Which Neo4j a command speaks to. */
final class GraphOptions {

    private static final String PASSWORD_VARIABLE = "HUIHUI_NEO4J_PASSWORD";

    @Option(
            names = "--neo4j",
            paramLabel = "URI",
            required = true,
            description = "The server, e.g. bolt://127.0.0.1:7687.")
    private String uri;

    @Option(
            names = "--user",
            defaultValue = "neo4j",
            description =
                    "A login; its password is read from "
                            + PASSWORD_VARIABLE
                            + ". Default: ${DEFAULT-VALUE}.")
    private String user;

    Neo4jConfig config() {
        String password = System.getenv(PASSWORD_VARIABLE);
        if (password == null || password.isEmpty()) {
            throw new UserError(
                    "need the password of " + user + " in " + PASSWORD_VARIABLE + ", was unset");
        }
        return Neo4jConfig.of(uri, user, password);
    }
}
