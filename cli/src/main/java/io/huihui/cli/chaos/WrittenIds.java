package io.huihui.cli.chaos;

import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.Neo4jServer;
import io.huihui.stack.PostgresServer;
import io.huihui.stack.StackException;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was written, read by plain clients: nothing of the job takes part in the count. */
public final class WrittenIds {

    /** Record ids as the topics have them, from the columns of each table. */
    public static final Map<String, String> ID_OF_TABLE =
            Map.of(
                    "features",
                    snapshotId("snapshot_time", "'features/' || revision"),
                    "opinions",
                    snapshotId("snapshot_time", "'opinion/' || expert || '/' || model_version"),
                    "verdicts",
                    snapshotId("snapshot_time", "'verdict/' || gate_version"),
                    "market_states",
                    snapshotId("snapshot_time", "'market-state/' || rules_version"),
                    "signals",
                    "id",
                    "alerts",
                    "id",
                    "directives",
                    "id",
                    "management_directives",
                    "id");

    private WrittenIds() {}

    private static String snapshotId(String time, String rest) {
        return "symbol || '@' || (extract(epoch FROM "
                + time
                + ") * 1000)::bigint || '/' || "
                + rest;
    }

    /** Returns the id header of every committed record, repeated ones too. */
    public static List<String> ids(KafkaServer kafka, String topic) {
        return WrittenRecords.of(kafka.bootstrapServers(), topic).stream()
                .map(WrittenRecords::id)
                .toList();
    }

    /** Returns the ids of records that were committed and of those that were taken back. */
    public static Set<String> everWritten(KafkaServer kafka, String topic) {
        return WrittenRecords.everWritten(kafka.bootstrapServers(), topic).stream()
                .map(WrittenRecords::id)
                .collect(Collectors.toSet());
    }

    /** Returns every committed record as text. */
    public static List<String> lines(KafkaServer kafka, String topic) {
        return WrittenRecords.of(kafka.bootstrapServers(), topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns the first column of a query as text. */
    public static List<String> rows(PostgresServer postgres, String query) {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new StackException("Postgres refused: " + query + ": " + e.getMessage(), e);
        }
        return found;
    }

    /** Returns the number that a Cypher query counts. */
    public static long count(Neo4jServer neo4j, String query) {
        try (Driver driver =
                GraphDatabase.driver(
                        neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()))) {
            return driver.executableQuery(query).execute().records().get(0).get(0).asLong();
        }
    }
}
