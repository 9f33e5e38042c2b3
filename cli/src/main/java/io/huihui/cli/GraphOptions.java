package io.huihui.cli;

import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.stack.LocalStack;

import picocli.CommandLine.Option;

/** Which Neo4j a command speaks to. */
final class GraphOptions {

    private static final String PASSWORD_VARIABLE = LocalStack.NEO4J_PASSWORD_VARIABLE;

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
        return Neo4jConfig.of(uri, user, Passwords.of(user, PASSWORD_VARIABLE));
    }
}
