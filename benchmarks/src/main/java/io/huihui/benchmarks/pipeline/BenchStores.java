package io.huihui.benchmarks.pipeline;

import io.huihui.connectors.neo4j.GraphMigrations;
import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.postgres.Migrations;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.StoreLogins;
import io.huihui.jobs.Stores;
import io.huihui.stack.Neo4jServer;
import io.huihui.stack.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A Postgres and a Neo4j with the tables and the schema of this release, writing durably. */
final class BenchStores implements AutoCloseable {

    private static final String WRITER = "bench_writer";
    private static final String PASSWORD = "bench";
    private static final String JOB = "bench";

    private final PostgresServer postgres;
    private final Neo4jServer neo4j;

    private BenchStores(PostgresServer postgres, Neo4jServer neo4j) {
        this.postgres = postgres;
        this.neo4j = neo4j;
    }

    static BenchStores start(Path folder) throws SQLException {
        BenchStores started =
                new BenchStores(
                        PostgresServer.start(folder.resolve("postgres")),
                        Neo4jServer.start(folder.resolve("neo4j")));
        PostgresServer postgres = started.postgres;
        try (Connection owner =
                DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            Migrations.apply(owner);
            StoreLogins.ensure(
                    owner, WRITER, PASSWORD, StoreLogins.WRITER, StoreLogins.MAIN_TENANT);
        }
        GraphMigrations.apply(started.stores().neo4j());
        return started;
    }

    /** Returns what a job needs to write to them. */
    Stores stores() {
        return new Stores(
                PostgresConfig.of(postgres.jdbcUrl(), WRITER, PASSWORD, JOB),
                Neo4jConfig.of(neo4j.uri(), neo4j.user(), neo4j.password()));
    }

    @Override
    public void close() {
        neo4j.close();
        postgres.close();
    }
}
