package io.huihui.connectors.neo4j;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

import java.util.concurrent.TimeUnit;

/** Opens drivers that leave retries to the writer, so that one rule holds for all stores. */
final class Neo4jConnections {

    private Neo4jConnections() {}

    /** Returns a driver with one connection, made on first use. */
    static Driver open(Neo4jConfig config) {
        return open(config, 1);
    }

    /** Returns a driver with so many connections, each made when it is needed. */
    static Driver open(Neo4jConfig config, int connections) {
        long connectMillis = config.connectTimeout().toMillis();
        return GraphDatabase.driver(
                config.uri(),
                AuthTokens.basic(config.user(), config.password()),
                Config.builder()
                        .withMaxConnectionPoolSize(connections)
                        .withEventLoopThreads(1)
                        .withConnectionTimeout(connectMillis, TimeUnit.MILLISECONDS)
                        .withConnectionAcquisitionTimeout(2 * connectMillis, TimeUnit.MILLISECONDS)
                        .withMaxTransactionRetryTime(0, TimeUnit.MILLISECONDS)
                        .withTelemetryDisabled(true)
                        .build());
    }

    static Session session(Driver driver, Neo4jConfig config) {
        return driver.session(SessionConfig.forDatabase(config.database()));
    }
}
