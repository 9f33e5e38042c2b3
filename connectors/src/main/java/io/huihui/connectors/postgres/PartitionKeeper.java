package io.huihui.connectors.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps partitions made ahead and drops the old ones, as {@code huihui.partition_policy} says. */
public final class PartitionKeeper {

    private PartitionKeeper() {}

    /** How many partitions were made and dropped. */
    public record Kept(int made, int dropped) {}

    /**
     * Does it as of the server's time and returns what was done.
     *
     * @param connection of a user who owns the schema
     * @throws SQLException when the server refuses, for one because a reader holds a table for
     *     longer than two seconds; nothing is then done, and another time will do
     */
    public static Kept keep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT made, dropped FROM huihui.keep_partitions()")) {
            row.next();
            return new Kept(row.getInt(1), row.getInt(2));
        }
    }
}
