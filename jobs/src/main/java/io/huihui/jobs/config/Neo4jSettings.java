package io.huihui.jobs.config;

import io.huihui.connectors.neo4j.Neo4jConfig;

/**
 * Where results are kept as a graph.
 *
 * @param enabled false leaves the store out of the graph of the job
 * @param uri e.g. {@code bolt://127.0.0.1:7687}
 * @param passwordVariable environment variable that holds the password; never the password itself
 */
public record Neo4jSettings(boolean enabled, String uri, String user, String passwordVariable) {

    static Neo4jSettings defaults() {
        return new Neo4jSettings(false, "bolt://127.0.0.1:7687", "neo4j", "HUIHUI_NEO4J_PASSWORD");
    }

    /** Returns what the sinks need, with the password from the environment. */
    public Neo4jConfig resolve() {
        return Neo4jConfig.of(uri, user, Secrets.read(passwordVariable));
    }
}
