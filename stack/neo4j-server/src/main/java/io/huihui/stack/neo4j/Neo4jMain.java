package io.huihui.stack.neo4j;

import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnector.EncryptionLevel;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Runs one Neo4j server on loopback: {@code Neo4jMain HOME BOLT_PORT}, password of user neo4j in
 * the environment variable {@value #PASSWORD_VARIABLE}. A process of its own, because Neo4j is
 * GPL-3.0 and is never part of what this project ships (docs/decisions/0071).
 */
public final class Neo4jMain {

    static final String PASSWORD_VARIABLE = "HUIHUI_NEO4J_PASSWORD";

    /** Enough for the graph of a trading day; the default takes half of the machine. */
    private static final long PAGE_CACHE_BYTES = ByteUnit.mebiBytes(64);

    /**
     * How long open transactions may hold up the end; the default of ten seconds is felt at Ctrl-C.
     */
    private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(1);

    private Neo4jMain() {}

    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        int boltPort = Integer.parseInt(args[1]);
        DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(home)
                        .setConfig(GraphDatabaseSettings.auth_enabled, true)
                        // Our own health check asks before the password is set; no lock-out for
                        // that.
                        .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
                        .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE_BYTES)
                        .setConfig(BoltConnector.enabled, true)
                        .setConfig(BoltConnector.encryption_level, EncryptionLevel.DISABLED)
                        .setConfig(
                                BoltConnector.listen_address,
                                new SocketAddress("127.0.0.1", boltPort))
                        .setConfig(
                                BoltConnectorInternalSettings.thread_pool_shutdown_wait_time,
                                SHUTDOWN_WAIT)
                        .setConfig(
                                GraphDatabaseSettings.shutdown_transaction_end_timeout,
                                SHUTDOWN_WAIT)
                        .setConfig(HttpConnector.enabled, false)
                        .setConfig(HttpsConnector.enabled, false)
                        .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        setPassword(service, System.getenv(PASSWORD_VARIABLE));
    }

    private static void setPassword(DatabaseManagementService service, String password) {
        service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", password));
    }
}
