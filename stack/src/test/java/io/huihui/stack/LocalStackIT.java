package io.huihui.stack;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The four servers, started twice in one folder. */
class LocalStackIT {

    @TempDir Path folder;

    @Test
    void shouldKeepDataFromStartToStartAndLeaveNoProcess() throws Exception {
        List<Long> pids;
        try (LocalStack stack = LocalStack.start(folder, 1)) {
            pids = pids(stack);
            assertThat(pids).hasSize(5);
            createSomething(stack);
            refusesStrangers(stack);
            assertThatThrownBy(() -> KafkaServer.start(folder.resolve("kafka")))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("in use by another huihui");
        }
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());

        try (LocalStack stack = LocalStack.start(folder, 1)) {
            findsIt(stack);
        }
    }

    @Test
    void shouldRefuseAnOccupiedPort() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = stranger.getLocalPort();

            assertThatThrownBy(() -> KafkaServer.start(folder, port))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("need port " + port + " for Kafka")
                    .hasMessageContaining("occupied");
        }
    }

    @Test
    void shouldRefuseAFolderThatCannotBeWritten() throws IOException {
        // A file where a folder should be: holds for root too, whom permissions do not stop.
        Path file = Files.writeString(folder.resolve("not-a-folder"), "");

        assertThatThrownBy(() -> LocalStack.start(file.resolve("data"), 1))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("need a folder that can be written, was " + file);
    }

    @Test
    void shouldRunThePostgresThatMavenBrought() throws SQLException {
        try (PostgresServer postgres = PostgresServer.start(folder, PostgresBinaries.fromMaven());
                Connection connection = connect(postgres, postgres.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_encoding")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("UTF8");
        }
    }

    private static void createSomething(LocalStack stack) throws Exception {
        try (Admin admin = admin(stack)) {
            admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();
        }
        try (Connection connection = connect(stack.postgres(), stack.postgres().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
            try (ResultSet row = statement.executeQuery("SHOW fsync")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
            }
        }
        try (Driver driver = driver(stack.neo4j())) {
            driver.executableQuery("CREATE (:Kept {answer: 42})").execute();
        }
    }

    private static void refusesStrangers(LocalStack stack) throws IOException {
        assertThatThrownBy(() -> connect(stack.postgres(), "guess").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        Path secret = stack.flink().folder().resolveSibling("postgres/postgres.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    private static void findsIt(LocalStack stack) throws Exception {
        try (Admin admin = admin(stack)) {
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).contains("kept");
        }
        try (Connection connection = connect(stack.postgres(), stack.postgres().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT answer FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
        try (Driver driver = driver(stack.neo4j())) {
            assertThat(
                            driver.executableQuery("MATCH (k:Kept) RETURN k.answer AS answer")
                                    .execute()
                                    .records())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("answer").asInt()).isEqualTo(42));
        }
    }

    private static List<Long> pids(LocalStack stack) {
        return Stream.concat(
                        Stream.of(
                                stack.kafka().process(),
                                stack.postgres().process(),
                                stack.neo4j().process()),
                        stack.flink().processes().stream())
                .map(process -> process.pid().orElseThrow())
                .toList();
    }

    private static Admin admin(LocalStack stack) {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafka().bootstrapServers()));
    }

    private static Connection connect(PostgresServer postgres, String password)
            throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), password);
    }

    private static Driver driver(Neo4jServer neo4j) {
        return GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(neo4j.user(), neo4j.password()));
    }
}
