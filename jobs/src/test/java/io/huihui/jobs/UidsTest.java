package io.huihui.jobs;

import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.JobConfig;

import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.SimpleUdfStreamOperatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * State is found again after an upgrade by the uid of its operator and by its own name, so neither
 * may change by accident. {@code operators/uids.txt} has them all; after a change that is meant:
 *
 * <pre>
 * ./mvnw -pl jobs -am test -Dtest=UidsTest -Dsurefire.failIfNoSpecifiedTests=false -Dhuihui.write=true
 * </pre>
 *
 * and say in the changelog which state is lost.
 */
class UidsTest {

    private static final String WRITE = "huihui.write";
    private static final String FILE = "../operators/uids.txt";

    /** Any variable of the environment will do: nobody logs in here. */
    private static final String SOME_VARIABLE = "PATH";

    @TempDir Path folder;

    @Test
    void uidsAndStateNamesAreThoseOfTheList() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Operators of the main job and the names of their states; see UidsTest.");
        lines.add(
                "# Experts also have UID-model and UID-trained-model;"
                        + " what forgets idle symbols has UID-idle.");
        lines.add("");
        lines.add("# live");
        lines.addAll(lines(live()));
        lines.add("");
        lines.add("# live, memory.scope=MARKET: what differs");
        List<String> market = lines(live("memory.scope=MARKET"));
        market.removeAll(lines);
        lines.addAll(market);
        lines.add("");
        lines.add("# replay: what differs");
        List<String> replay = lines(replay());
        replay.removeAll(lines);
        lines.addAll(replay);
        Path file = Path.of(FILE);
        if (Boolean.getBoolean(WRITE)) {
            Files.write(file, lines);
        }

        assertThat(lines).isEqualTo(Files.readAllLines(file));
    }

    @Test
    void everyOperatorHasAUidOfItsOwn() {
        for (StreamExecutionEnvironment environment :
                List.of(live(), live("memory.scope=MARKET"), replay())) {
            List<String> uids = nodes(environment).map(StreamNode::getTransformationUID).toList();

            assertThat(uids).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(uids)
                    .allSatisfy(
                            uid ->
                                    assertThat(uid.replaceFirst("^Sink \\w+: ", ""))
                                            .matches("[a-z0-9]+(-[a-z0-9]+)*"));
        }
    }

    @Test
    void aVersionOnTrialFindsTheStateOfTheRunningOneAndWritesOnlyBesideTheTopics() {
        JobConfig config =
                ConfigFile.read(
                                JobConfig.defaults(),
                                null,
                                List.of(
                                        "canary.symbols=[\"SPY\"]",
                                        "transcriptions.contentFolder=" + folder,
                                        "transcriptions.enabled=true",
                                        "resolutions.by=AGENTS",
                                        "postgres.enabled=true",
                                        "neo4j.enabled=true"))
                        .forCanary();
        StreamExecutionEnvironment environment = Environments.strict(new Configuration());
        MainJob.defineLive(environment, config);

        List<String> own = lines(environment);
        own.removeAll(lines(live()));

        assertThat(own)
                .containsExactly(
                        "Sink Committer: kafka-sink-dead-letters-canary",
                        "Sink Committer: kafka-sink-directives-canary",
                        "Sink Committer: kafka-sink-verdicts-canary",
                        "canary-symbols",
                        // The rule, in place of the agents.
                        "conflict-resolutions",
                        "kafka-sink-dead-letters-canary",
                        "kafka-sink-directives-canary",
                        "kafka-sink-verdicts-canary");
        assertThat(lines(environment)).noneMatch(line -> line.contains("postgres"));
        assertThat(config.kafka().source().groupId()).isEqualTo("huihui-canary");
    }

    private StreamExecutionEnvironment live(String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.addAll(
                List.of(
                        "transcriptions.contentFolder=" + folder,
                        "transcriptions.enabled=true",
                        "resolutions.by=AGENTS",
                        "postgres.enabled=true",
                        "postgres.passwordVariable=" + SOME_VARIABLE,
                        "neo4j.enabled=true",
                        "neo4j.passwordVariable=" + SOME_VARIABLE));
        JobConfig config = ConfigFile.read(JobConfig.defaults(), null, settings);
        StreamExecutionEnvironment environment = Environments.strict(new Configuration());
        MainJob.defineLive(environment, config);
        return environment;
    }

    private StreamExecutionEnvironment replay() {
        StreamExecutionEnvironment environment = Environments.strict(new Configuration());
        ReplayJob.define(environment, folder, folder, JobConfig.defaults());
        return environment;
    }

    private static Stream<StreamNode> nodes(StreamExecutionEnvironment environment) {
        return environment.getStreamGraph(false).getStreamNodes().stream();
    }

    private static List<String> lines(StreamExecutionEnvironment environment) {
        return nodes(environment)
                .map(node -> node.getTransformationUID() + " " + stateNames(node))
                .map(String::strip)
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns the names of the states that the operator or its function describes in constants. */
    private static String stateNames(StreamNode node) {
        Class<?> type =
                node.getOperatorFactory() instanceof SimpleUdfStreamOperatorFactory<?> factory
                        ? factory.getUserFunction().getClass()
                        : node.getOperatorFactory() instanceof SimpleOperatorFactory<?> factory
                                ? factory.getOperator().getClass()
                                : null;
        TreeSet<String> names = new TreeSet<>();
        for (; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && StateDescriptor.class.isAssignableFrom(field.getType())) {
                    names.add(nameOf(field));
                }
            }
        }
        return String.join(" ", names);
    }

    private static String nameOf(Field field) {
        try {
            field.setAccessible(true);
            return ((StateDescriptor<?, ?>) field.get(null)).getName();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
