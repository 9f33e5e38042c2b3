package io.huihui.console.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A few connections to Postgres that may only read, and not for long. */
final class ReadingPool implements AutoCloseable {

    /** More questions at a time wait; Postgres would not answer them faster. */
    private static final int CONNECTIONS = 4;

    private static final long CONNECT_MILLIS = 5_000;

    /** The server's own guards: nothing is written, no question takes longer than that. */
    private static final String GUARDS =
            "-c default_transaction_read_only=on -c statement_timeout=10000";

    private final HikariDataSource pool;

    /** Fills in the parameters of a statement. */
    interface Parameters {
        void into(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    ReadingPool(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("huihui-console");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setReadOnly(true);
        // The store may come later than the console.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("options", GUARDS);
        config.addDataSourceProperty("ApplicationName", "huihui console");
        pool = new HikariDataSource(config);
    }

    /** Returns the rows of a statement. */
    <R> List<R> rows(String sql, Parameters parameters, Reading<R> reading) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.into(statement);
            List<R> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reading.of(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new StoreAwayException(
                    "need Postgres to answer, was \""
                            + firstLine(e)
                            + "\"; live records come all the same",
                    e);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no word");
    }

    @Override
    public void close() {
        pool.close();
    }
}
