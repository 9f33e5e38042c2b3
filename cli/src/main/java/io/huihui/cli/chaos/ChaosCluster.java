package io.huihui.cli.chaos;

import io.huihui.stack.ChildProcess;
import io.huihui.stack.LocalStack;
import io.huihui.stack.StackException;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.Submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The processes that faults hit, and who mends them at once, as a supervisor does. */
public final class ChaosCluster {

    private final LocalStack stack;
    private final Path jar;
    private final Submission submission;
    private FlinkRest flink;
    private volatile String jobId;

    public ChaosCluster(LocalStack stack, Path jar, Submission submission) {
        this.stack = stack;
        this.jar = jar;
        this.submission = submission;
        this.flink = new FlinkRest(stack.flink().address());
    }

    LocalStack stack() {
        return stack;
    }

    FlinkRest flink() {
        return flink;
    }

    String jobId() {
        return jobId;
    }

    /** Starts the job without state. */
    void submit() {
        jobId = flink.run(flink.upload(jar), submission);
    }

    /** Does what a fault says; returns the process that hangs, null where one has died. */
    ChildProcess strike(FaultPlan.Round round) {
        ChildProcess victim = victim(round);
        if (round.fault().kills()) {
            victim.crash();
            return null;
        }
        victim.freeze();
        return victim;
    }

    private ChildProcess victim(FaultPlan.Round round) {
        return switch (round.fault()) {
            case KILL_TASK_MANAGER, FREEZE_TASK_MANAGER -> taskManager(round.which());
            case KILL_JOB_MANAGER, FREEZE_JOB_MANAGER -> stack.flink().processes().get(0);
            case KILL_BROKER, FREEZE_BROKER -> stack.kafka().process();
            case KILL_DATABASE, FREEZE_DATABASE -> stack.postgres().process();
            case KILL_GRAPH, FREEZE_GRAPH -> stack.neo4j().process();
        };
    }

    private ChildProcess taskManager(int which) {
        List<ChildProcess> alive =
                stack.flink().processes().stream().skip(1).filter(ChildProcess::isAlive).toList();
        return alive.get(which % alive.size());
    }

    /** Starts what a fault has killed. */
    void mend(Fault fault) {
        switch (fault) {
            case KILL_TASK_MANAGER -> stack.flink().startTaskManager();
            case KILL_JOB_MANAGER -> restartJob();
            case KILL_BROKER -> stack.restartKafka();
            case KILL_DATABASE -> stack.restartPostgres();
            case KILL_GRAPH -> stack.restartNeo4j();
            default -> {
                // What hangs goes on by itself.
            }
        }
    }

    private void restartJob() {
        String last = lastCheckpoint();
        stack.flink().restartJobManager();
        flink = new FlinkRest(stack.flink().address());
        jobId = flink.run(flink.upload(jar), submission.from(last));
    }

    /** Returns the newest complete checkpoint of the job, which outlives its JobManager. */
    private String lastCheckpoint() {
        Path folder = stack.flink().folder().resolve("checkpoints").resolve(jobId);
        try (Stream<Path> checkpoints = Files.list(folder)) {
            return checkpoints
                    .filter(each -> Files.exists(each.resolve("_metadata")))
                    .max(Comparator.comparingLong(ChaosCluster::number))
                    .orElseThrow(
                            () ->
                                    new StackException(
                                            "need a checkpoint in " + folder + ", was none"))
                    .toUri()
                    .toString();
        } catch (IOException e) {
            throw new StackException("cannot look for checkpoints in " + folder + ": " + e, e);
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
    }
}
