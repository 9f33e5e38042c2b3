package io.huihui.connectors.postgres;

import org.postgresql.Driver;
import org.postgresql.PGProperty;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Opens connections without the driver manager, which does not see a job's own class loader. */
final class PostgresConnections {

    /** What a network may take on top of the server's own limit for a statement. */
    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(10);

    static {
        forgetDriverOfJob();
    }

    private PostgresConnections() {}

    /**
     * The driver enters itself into the JVM's list of drivers. Loaded from a job's jar, it would
     * keep the classes of every finished job in the task manager for ever.
     */
    private static void forgetDriverOfJob() {
        boolean fromJob = Driver.class.getClassLoader() != ClassLoader.getSystemClassLoader();
        if (fromJob && Driver.isRegistered()) {
            try {
                Driver.deregister();
            } catch (SQLException refused) {
                throw new ExceptionInInitializerError(refused);
            }
        }
    }

    /**
     * Returns a connection whose transactions are committed by the caller.
     *
     * @throws SQLException when the server cannot be reached or refuses
     */
    static Connection open(PostgresConfig config) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, config.user());
        PGProperty.PASSWORD.set(properties, config.password());
        PGProperty.APPLICATION_NAME.set(properties, "huihui " + config.job());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds(config.connectTimeout()));
        PGProperty.SOCKET_TIMEOUT.set(
                properties, seconds(config.statementTimeout().plus(NETWORK_MARGIN)));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        Connection connection = new Driver().connect(config.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("not an address of Postgres: " + config.address());
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static int seconds(Duration time) {
        return Math.toIntExact(time.toSeconds());
    }
}
