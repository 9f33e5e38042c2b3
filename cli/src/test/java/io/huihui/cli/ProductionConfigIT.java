package io.huihui.cli;

import io.huihui.cli.chaos.WrittenIds;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topics;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.FlinkCluster;
import io.huihui.stack.FlinkProcesses;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job with the settings of {@code flink-conf/production}: RocksDB, incremental and
 * unaligned checkpoints. Left out are the addresses, Kubernetes and the sizes of an 8 GB process; a
 * start without Flink's shell scripts needs each part of the memory by name, so those are the local
 * file's.
 */
@Tag("drill")
class ProductionConfigIT {

    private static final int MINUTES = 8;
    private static final SimulationConfig MARKET = SimulationConfig.of(32, 1, 2);

    /** Of a machine or a cluster that is not this one. */
    private static final Set<String> PLACES =
            Set.of(
                    "jobmanager.rpc.address",
                    "jobmanager.rpc.port",
                    "rest.port",
                    "rest.bind-address",
                    "jobmanager.bind-host",
                    "taskmanager.bind-host",
                    "execution.checkpointing.dir",
                    "execution.checkpointing.savepoint-dir",
                    "io.tmp.dirs",
                    "high-availability.type",
                    "high-availability.storageDir",
                    "kubernetes.cluster-id",
                    "metrics.reporter.prometheus.port",
                    "taskmanager.numberOfTaskSlots",
                    "parallelism.default");

    @TempDir Path folder;

    @Test
    void shouldLoseNothingThroughKillAndRestoreOnRocksDb() throws Exception {
        Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), "the job jar is made by the package phase: run ./huihui verify");
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"));
                FlinkCluster flink =
                        FlinkCluster.start(
                                folder.resolve("flink"),
                                FlinkProcesses.alone(2),
                                Map.of(),
                                settings())) {
            KafkaTopics.ensure(kafka.bootstrapServers(), 2);
            ClusterSteps steps =
                    new ClusterSteps(
                            kafka,
                            flink,
                            folder,
                            List.of(
                                    "--set",
                                    "kafka.bootstrapServers=" + kafka.bootstrapServers(),
                                    "--set",
                                    "kafka.source.futureAllowanceMillis=0"));
            OrderedMarket market =
                    OrderedMarket.of(MARKET, MINUTES, Set.copyOf(MARKET.symbolNames()));
            steps.run(ExitCodes.DONE, "submit", jar, null);
            assertThat(checkpointSettings(flink, steps))
                    .contains("RocksDB", "\"unaligned_checkpoints\":true");
            Feeding feeding = steps.feed(market);
            feeding.allow(.3);
            steps.awaitMoreSnapshots(100);
            feeding.allow(.6);
            steps.killOneTaskManager();
            steps.awaitMoreSnapshots(100);
            feeding.allow(1);
            steps.run(ExitCodes.DONE, "upgrade", jar, null);
            feeding.join();
            steps.finish(market);

            assertThat(WrittenIds.ids(kafka, Topics.LATE.name())).as("late").isEmpty();
            Set<String> found = ClusterSteps.snapshots(steps.features());
            found.removeIf(market::inTail);
            assertThat(found).isEqualTo(market.expectedSnapshots());
        }
    }

    /** Returns a folder with the production file, without places, and with the local memory. */
    private Path settings() throws IOException {
        Path root = ProjectRoot.find().resolve("flink-conf");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("production/config.yaml"))) {
            String key = line.replaceAll(":.*", "");
            if (!PLACES.contains(key) && !key.contains(".memory.")) {
                lines.add(line);
            }
        }
        for (String line : Files.readAllLines(root.resolve("local/config.yaml"))) {
            String key = line.replaceAll(":.*", "");
            if (key.contains(".memory.")
                    || key.equals("taskmanager.cpu.cores")
                    || key.equals("taskmanager.numberOfTaskSlots")
                    || key.equals("metrics.reporter.prometheus.port")) {
                lines.add(line.replace("managed.size: 32 mb", "managed.size: 256 mb"));
            }
        }
        Path target = Files.createDirectory(folder.resolve("conf"));
        Files.write(target.resolve("config.yaml"), lines);
        Files.copy(
                root.resolve("production/log4j2.properties"), target.resolve("log4j2.properties"));
        return target;
    }

    private static String checkpointSettings(FlinkCluster flink, ClusterSteps steps)
            throws IOException, InterruptedException {
        URI address = flink.address().resolve("/jobs/" + steps.jobId() + "/checkpoints/config");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
