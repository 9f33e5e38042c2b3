package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.BatchConfig;
import io.huihui.models.Require;

import java.io.Serializable;
import java.time.Duration;

/**
 * Where the graph is and how it is used.
 *
 * @param uri e.g. {@code bolt://127.0.0.1:7687} or {@code neo4j://cluster:7687}
 * @param database name of the database, {@code neo4j} unless made otherwise
 * @param transactionTimeout longest time the server may spend on one batch
 * @param writers tasks that write, with a connection each; two may meet in the lock of a symbol, so
 *     one is mostly faster
 */
public record Neo4jConfig(
        String uri,
        String user,
        String password,
        String database,
        Duration connectTimeout,
        Duration transactionTimeout,
        int writers,
        BatchConfig batch)
        implements Serializable {

    private static final String DEFAULT_DATABASE = "neo4j";
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEFAULT_TRANSACTION_TIMEOUT = Duration.ofSeconds(30);

    /** A transaction's changes live in the server's heap until it commits. */
    private static final int DEFAULT_ROWS = 1_000;

    public Neo4jConfig {
        Require.that(
                Require.text("Neo4j address", uri).matches("(bolt|neo4j)(\\+s|\\+ssc)?://.+"),
                "a Neo4j address like bolt://host:7687",
                uri);
        Require.text("Neo4j user", user);
        Require.present("Neo4j password", password);
        Require.text("Neo4j database", database);
        Require.positive("connectTimeout in s", (double) connectTimeout.toSeconds());
        Require.positive("transactionTimeout in s", (double) transactionTimeout.toSeconds());
        Require.positive("writers", writers);
        Require.present("batch", batch);
    }

    /** Returns a configuration for the default database with one writer. */
    public static Neo4jConfig of(String uri, String user, String password) {
        BatchConfig defaults = BatchConfig.defaults();
        return new Neo4jConfig(
                uri,
                user,
                password,
                DEFAULT_DATABASE,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_TRANSACTION_TIMEOUT,
                1,
                defaults.withLimits(DEFAULT_ROWS, defaults.maxBytes(), defaults.maxAge()));
    }

    /** Returns the same with other limits of a batch. */
    public Neo4jConfig withBatch(BatchConfig other) {
        return new Neo4jConfig(
                uri, user, password, database, connectTimeout, transactionTimeout, writers, other);
    }

    @Override
    public String toString() {
        return "Neo4jConfig[" + uri + "/" + database + " as " + user + "]";
    }
}
