package io.huihui.cli;

import io.huihui.cli.chaos.WrittenIds;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topics;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.LocalStack;
import io.huihui.stack.ProjectRoot;
import io.huihui.stack.cluster.FlinkRest;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * New versions on trial beside a running job, on a cluster of processes with a live market: two
 * whose settings are valid and do harm are given up and the running job notices nothing; one that
 * is as good takes over.
 */
@Tag("drill")
class CanaryIT {

    private static final int PARTITIONS = 2;

    /** Two jobs and their market share this machine; the trials take about a minute each. */
    private static final int SPEED = 2;

    private static final int MINUTES = 20;

    private static final SimulationConfig MARKET = SimulationConfig.of(31, 1, 4);
    private static final Set<String> SYMBOLS = Set.copyOf(MARKET.symbolNames().subList(0, 2));

    /** What the trials told, among it after how many seconds each was given up. */
    private static final Path SAID = ProjectRoot.find().resolve("cli/target/canaries.txt");

    /** Kept when it fails: the logs of all processes are the evidence. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void harmfulSettingsAreGivenUpAndAGoodVersionTakesOver() throws Exception {
        Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), "the job jar is made by the package phase: run ./huihui verify");
        try (LocalStack stack = LocalStack.start(folder.resolve("stack"), 2)) {
            KafkaTopics.ensure(stack.kafka().bootstrapServers(), PARTITIONS);
            RunningMarket.prepareStores(stack);
            ClusterSteps steps = ClusterSteps.of(stack, folder);
            steps.run(ExitCodes.DONE, "submit", jar, null);
            Feeding feeding = steps.feed(OrderedMarket.of(MARKET, MINUTES, SYMBOLS), SPEED);
            feeding.allow(1);
            steps.awaitMoreSnapshots(20);
            String running = steps.jobId();

            assertThat(steps.canary(jar, out, err, "experts=BASELINE"))
                    .as(out + "\n" + err)
                    .isEqualTo(ExitCodes.FAILED);
            assertThat(err.toString()).contains("verdicts differ").hasLineCount(1);
            assertOnlyRuns(stack, running);

            err.getBuffer().setLength(0);
            assertThat(steps.canary(jar, out, err, "kafka.source.outOfOrdernessMillis=50000"))
                    .as(out + "\n" + err)
                    .isEqualTo(ExitCodes.FAILED);
            assertThat(err.toString()).contains("ms later").hasLineCount(1);
            assertOnlyRuns(stack, running);

            err.getBuffer().setLength(0);
            assertThat(steps.canary(jar, out, err)).as(out + "\n" + err).isEqualTo(ExitCodes.DONE);
            FlinkRest flink = new FlinkRest(stack.flink().address());
            assertThat(flink.activeJobs()).hasSize(1).doesNotContain(running);
            assertThat(WrittenIds.ids(stack.kafka(), Topics.DEAD_LETTERS.name())).isEmpty();
            feeding.stop();
        }
        Files.writeString(SAID, out.toString());
    }

    private static void assertOnlyRuns(LocalStack stack, String running) {
        assertThat(new FlinkRest(stack.flink().address()).activeJobs()).containsExactly(running);
    }
}
