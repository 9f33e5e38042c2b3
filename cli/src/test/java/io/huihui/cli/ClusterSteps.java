package io.huihui.cli;

import io.huihui.cli.chaos.DrilledJob;
import io.huihui.cli.chaos.WrittenIds;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.ChildProcess;
import io.huihui.stack.FlinkCluster;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.LocalStack;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.JobStatus;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests do with the main job on a cluster: by the command line, as its users do. */
final class ClusterSteps {

    /** One TaskManager has two slots: so both have tasks, and either may be killed. */
    static final int PARALLELISM = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final KafkaServer kafka;
    private final FlinkCluster cluster;
    private final FlinkRest flink;
    private final Path releases;
    private final List<String> jobArguments;
    private String jobId;

    ClusterSteps(KafkaServer kafka, FlinkCluster cluster, Path folder, List<String> jobArguments) {
        this.kafka = kafka;
        this.cluster = cluster;
        this.flink = new FlinkRest(cluster.address());
        this.releases = folder.resolve("releases");
        this.jobArguments = List.copyOf(jobArguments);
    }

    /** Returns what is done with the main job, all its stores beside it. */
    static ClusterSteps of(LocalStack stack, Path folder) {
        return new ClusterSteps(
                stack.kafka(),
                stack.flink(),
                folder,
                MainJobArguments.with(stack, DrilledJob.patient()));
    }

    /** Starts a jar by a command, and waits until its job runs. */
    void run(int expected, String command, Path jar, String main, String... settings)
            throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("--jar", jar.toString()));
        words.addAll(List.of("--parallelism", Integer.toString(PARALLELISM)));
        if (main != null) {
            words.addAll(List.of("--main", main));
        }
        if (command.equals("upgrade")) {
            words.addAll(List.of("--watch-seconds", "2"));
        }
        words.addAll(ofTheJob(settings));
        run(expected, command, words.toArray(String[]::new));
    }

    /** Tries a jar out on half of the symbols; returns the exit code. */
    int canary(Path jar, StringWriter out, StringWriter err, String... settings) {
        List<String> words = new ArrayList<>(List.of("--jar", jar.toString()));
        words.addAll(List.of("--parallelism", Integer.toString(PARALLELISM)));
        words.addAll(List.of("--brokers", kafka.bootstrapServers(), "--share", "50"));
        words.addAll(List.of("--compare-seconds", "15", "--watch-seconds", "2"));
        words.addAll(ofTheJob(settings));
        return execute("canary", words, out, err);
    }

    private List<String> ofTheJob(String... settings) {
        List<String> words = new ArrayList<>(List.of("--"));
        words.addAll(jobArguments);
        words.add("--set");
        words.add("kafka.source.outOfOrdernessMillis=" + Feeding.OUT_OF_ORDERNESS_MILLIS);
        Arrays.stream(settings).forEach(setting -> words.addAll(List.of("--set", setting)));
        return words;
    }

    /** Runs a command of the command line, and waits until the job that is there after it runs. */
    void run(int expected, String command, String... options) throws InterruptedException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(execute(command, List.of(options), out, err))
                .as(out + "\n" + err)
                .isEqualTo(expected);
        if (expected == ExitCodes.FAILED) {
            assertThat(err.toString()).contains("a bug of the new version").hasLineCount(1);
        }
        jobId = flink.activeJobs().get(0);
        await("all tasks and a checkpoint after " + command, this::runs);
    }

    private int execute(String command, List<String> options, StringWriter out, StringWriter err) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                command,
                                "--rest",
                                cluster.address().toString(),
                                "--releases",
                                releases.toString()));
        words.addAll(options);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words.toArray(String[]::new));
    }

    private boolean runs() {
        JobStatus status = flink.status(jobId);
        return status.allTasksRunning() && status.checkpointsCompleted() > 0;
    }

    Feeding feed(OrderedMarket market) {
        return Feeding.start(kafka.bootstrapServers(), market);
    }

    Feeding feed(OrderedMarket market, int speed) {
        return Feeding.start(kafka.bootstrapServers(), market, speed);
    }

    /** Waits until so many more feature snapshots than now have been committed. */
    void awaitMoreSnapshots(int more) throws InterruptedException {
        int before = features().size();
        await(more + " more snapshots", () -> features().size() >= before + more);
    }

    String jobId() {
        return jobId;
    }

    List<String> features() {
        return WrittenIds.ids(kafka, Topics.FEATURES.name());
    }

    /** Kill -9; another is started in its place, and the job comes back. */
    void killOneTaskManager() throws InterruptedException {
        Long before = flink.status(jobId).lastRestartMillis();
        cluster.taskManagers().get(cluster.taskManagers().size() - 1).crash();
        cluster.startTaskManager();
        await(
                "the job after kill -9",
                () -> {
                    JobStatus status = flink.status(jobId);
                    return !Objects.equals(status.lastRestartMillis(), before)
                            && status.allTasksRunning();
                });
    }

    /** Waits until all that must come has been committed, and ends the job with a savepoint. */
    void finish(OrderedMarket market) throws InterruptedException {
        Set<String> expected = market.expectedSnapshots();
        await("the last snapshots", () -> snapshots(features()).containsAll(expected));
        assertThat(flink.status(jobId).state()).isEqualTo("RUNNING");
        flink.stopWithSavepoint(jobId, null);
    }

    /** Returns {@code symbol@second} of each id. */
    static Set<String> snapshots(Iterable<String> ids) {
        Set<String> snapshots = new TreeSet<>();
        ids.forEach(id -> snapshots.add(id.substring(0, id.indexOf('/'))));
        return snapshots;
    }

    private void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("%s within %s; %s%n%s", what, PATIENCE, flink.lastFailure(jobId), states())
                    .isLessThan(end);
            Thread.sleep(500);
        }
    }

    private String states() {
        return cluster.processes().stream()
                .map(ChildProcess::state)
                .collect(Collectors.joining("\n"));
    }
}
