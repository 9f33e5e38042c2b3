package io.huihui.cli;

import picocli.CommandLine.Option;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Which Postgres an administrator's command speaks to. */
final class DatabaseOptions {

    /** Holds the administrator's password; the jobs' logins have others. */
    private static final String PASSWORD_VARIABLE = "HUIHUI_POSTGRES_ADMIN_PASSWORD";

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            required = true,
            description = "The database, e.g. jdbc:postgresql://127.0.0.1:5432/huihui.")
    private String url;

    @Option(
            names = "--user",
            required = true,
            description =
                    "A login that owns the schema or may create it; its password is read from "
                            + PASSWORD_VARIABLE
                            + ".")
    private String user;

    /** What is to be done with the connection. */
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /** Connects, does it, and says in one sentence what went wrong. */
    <R> R run(Work<R> work) {
        String password = Passwords.of(user, PASSWORD_VARIABLE);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new UserError(
                    "need --postgres as in jdbc:postgresql://127.0.0.1:5432/huihui, was " + url);
        }
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new UserError("need Postgres to do it, was \"" + e.getMessage() + "\"", e);
        }
    }
}
