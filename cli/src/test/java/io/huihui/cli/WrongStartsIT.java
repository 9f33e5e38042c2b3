package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.stack.FlinkCluster;
import io.huihui.stack.FlinkProcesses;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.LocalStack;
import io.huihui.stack.Ports;
import io.huihui.stack.PostgresServer;
import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job submitted to a real cluster with something missing: refused before it starts, with
 * one sentence that comes all the way from the JobManager.
 */
class WrongStartsIT {

    private static final Path JAR = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");

    @TempDir static Path folder;

    private static KafkaServer kafka;
    private static PostgresServer postgres;
    private static FlinkCluster flink;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(
                Files.exists(JAR), "the job jar is made by the package phase: run ./huihui verify");
        kafka = KafkaServer.start(folder.resolve("kafka"));
        postgres = PostgresServer.start(folder.resolve("postgres"));
        flink =
                FlinkCluster.start(
                        folder.resolve("flink"),
                        FlinkProcesses.alone(1),
                        Map.of(LocalStack.POSTGRES_PASSWORD_VARIABLE, "not the password"),
                        ProjectRoot.find().resolve("flink-conf/local"));
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable server : Arrays.asList(flink, postgres, kafka)) {
            try {
                if (server != null) {
                    server.close();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void shouldNameTheKeyThatDoesNotExist() {
        assertRefused("need a known key, was kafka.brokers in --set", "kafka.brokers=x:9092");
    }

    @Test
    void shouldNameTheBrokerThatIsNotThere() {
        String nowhere = "127.0.0.1:" + Ports.free();

        assertRefused("need Kafka at " + nowhere, "kafka.bootstrapServers=" + nowhere);
    }

    @Test
    void shouldNameTheTopicsThatAreMissingThenTheLoginThatIsRefused() {
        String broker = "kafka.bootstrapServers=" + kafka.bootstrapServers();
        assertRefused("need the topics huihui.quotes, huihui.trades", broker);

        KafkaTopics.ensure(kafka.bootstrapServers(), 1);
        assertRefused(
                "to let user " + postgres.user() + " in",
                broker,
                "postgres.enabled=true",
                "postgres.jdbcUrl=" + postgres.jdbcUrl(),
                "postgres.user=" + postgres.user());
        assertRefused(
                "need a password in the environment variable NOT_SET",
                broker,
                "postgres.enabled=true",
                "postgres.passwordVariable=NOT_SET");
    }

    private static void assertRefused(String sentencePart, String... settings) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "submit",
                                "--rest",
                                flink.address().toString(),
                                "--releases",
                                folder.resolve("releases").toString(),
                                "--"));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err));

        assertThat(line.execute(words.toArray(String[]::new)))
                .as(err.toString())
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString())
                .startsWith("huihui: ")
                .contains(sentencePart)
                .doesNotContain("not the password")
                .hasLineCount(1);
    }
}
