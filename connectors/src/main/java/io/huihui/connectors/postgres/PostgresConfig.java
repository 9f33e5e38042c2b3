package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.BatchConfig;
import io.huihui.models.Require;

import java.io.Serializable;
import java.time.Duration;

/**
 * Where the Postgres store is and how it is used.
 *
 * @param jdbcUrl e.g. {@code jdbc:postgresql://127.0.0.1:5432/huihui}
 * @param user a login that is a member of {@code huihui_writer}; it needs no more
 * @param job stable name of the job, under which its batches stand in the ledger
 * @param connectTimeout longest wait for a connection
 * @param statementTimeout longest time the server may spend on one statement of a batch
 * @param writers tasks that write, with a connection each; one carries more than 100,000 rows/s
 */
public record PostgresConfig(
        String jdbcUrl,
        String user,
        String password,
        String job,
        Duration connectTimeout,
        Duration statementTimeout,
        int writers,
        BatchConfig batch)
        implements Serializable {

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEFAULT_STATEMENT_TIMEOUT = Duration.ofSeconds(30);

    public PostgresConfig {
        Require.that(
                Require.text("Postgres address", jdbcUrl).startsWith("jdbc:postgresql:"),
                "a Postgres address like jdbc:postgresql://host:5432/huihui",
                jdbcUrl);
        Require.text("Postgres user", user);
        Require.present("Postgres password", password);
        Require.text("job", job);
        Require.positive("connectTimeout in s", (double) connectTimeout.toSeconds());
        Require.positive("statementTimeout in s", (double) statementTimeout.toSeconds());
        Require.positive("writers", writers);
        Require.present("batch", batch);
    }

    /** Returns a configuration with one writer and the default limits. */
    public static PostgresConfig of(String jdbcUrl, String user, String password, String job) {
        return new PostgresConfig(
                jdbcUrl,
                user,
                password,
                job,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_STATEMENT_TIMEOUT,
                1,
                BatchConfig.defaults());
    }

    /** Returns the same with other limits of a batch. */
    public PostgresConfig withBatch(BatchConfig other) {
        return new PostgresConfig(
                jdbcUrl, user, password, job, connectTimeout, statementTimeout, writers, other);
    }

    /** Returns the same with another limit of a statement. */
    PostgresConfig withStatementTimeout(Duration other) {
        return new PostgresConfig(
                jdbcUrl, user, password, job, connectTimeout, other, writers, batch);
    }

    /** Returns the address without its parameters, which may hold secrets. */
    String address() {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "PostgresConfig[" + address() + " as " + user + " for " + job + "]";
    }
}
