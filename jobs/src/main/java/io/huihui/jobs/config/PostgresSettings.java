package io.huihui.jobs.config;

import io.huihui.connectors.postgres.PostgresConfig;

/**
 * Where results are kept as tables.
 *
 * @param enabled false leaves the store out of the graph
 * @param jdbcUrl e.g. {@code jdbc:postgresql://127.0.0.1:5432/huihui}
 * @param user a member of {@code huihui_writer}
 * @param passwordVariable environment variable that holds the password; never the password itself
 */
public record PostgresSettings(
        boolean enabled, String jdbcUrl, String user, String passwordVariable) {

    static PostgresSettings defaults() {
        return new PostgresSettings(
                false,
                "jdbc:postgresql://127.0.0.1:5432/huihui",
                "huihui",
                "HUIHUI_POSTGRES_PASSWORD");
    }

    /** Returns what the sinks need, with the password from the environment. */
    public PostgresConfig resolve(String job) {
        return PostgresConfig.of(jdbcUrl, user, Secrets.read(passwordVariable), job);
    }
}
