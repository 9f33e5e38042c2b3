package io.huihui.cli;

import io.huihui.stack.Neo4jServer;
import io.huihui.stack.PostgresServer;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How much stands in the stores of a local stack. */
final class StoreCounts {

    /** The schema that the migrations make. */
    private static final String SCHEMA = "huihui";

    private StoreCounts() {}

    /** A table or a label, and how many rows or nodes it has. */
    record Count(String name, long rows) {}

    /**
     * Returns the tables of the project that have rows, by name; partitions count in their table.
     */
    static List<Count> tables(PostgresServer postgres) {
        List<Count> counts = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            for (String table : tableNames(statement)) {
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM " + SCHEMA + ".\"" + table + "\"")) {
                    row.next();
                    counts.add(new Count(table, row.getLong(1)));
                }
            }
        } catch (SQLException e) {
            throw new UserError("cannot count the rows in Postgres: " + e.getMessage(), e);
        }
        return counts.stream().filter(count -> count.rows() > 0).toList();
    }

    /** Returns the labels of the graph with their numbers of nodes, then its relationships. */
    static List<Count> graph(Neo4jServer neo4j) {
        List<Count> counts = new ArrayList<>();
        try (Driver driver =
                GraphDatabase.driver(
                        neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()))) {
            for (Record row :
                    rows(
                            driver,
                            "MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS rows ORDER BY name")) {
                counts.add(count(row));
            }
            for (Record row :
                    rows(
                            driver,
                            "MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS rows ORDER BY name")) {
                counts.add(count(row));
            }
        }
        return counts;
    }

    private static List<String> tableNames(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname = '"
                                + SCHEMA
                                + "' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<Record> rows(Driver driver, String query) {
        return driver.executableQuery(query).execute().records();
    }

    private static Count count(Record row) {
        return new Count(row.get("name").asString(), row.get("rows").asLong());
    }
}
