package io.huihui.cli.chaos;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;
import io.huihui.stack.LocalStack;
import io.huihui.stack.StackException;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.HealthCheck;
import io.huihui.stack.cluster.JobStatus;
import io.huihui.stack.cluster.Submission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The main job in a drill: started, waited for, and counted at the end. */
public final class DrilledJob {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A machine may be too busy for the first attempt. */
    private static final int RESTARTS = 2;

    private final LocalStack stack;
    private final Path jar;
    private final Submission submission;
    private String jobId;

    public DrilledJob(LocalStack stack, Path jar, Submission submission) {
        this.stack = stack;
        this.jar = jar;
        this.submission = submission;
    }

    /** Returns settings of the job that a disturbed market needs. */
    public static List<String> settings() {
        List<String> settings = new ArrayList<>(patient());
        settings.add(
                "kafka.source.outOfOrdernessMillis=" + DisturbedMarket.OUT_OF_ORDERNESS_MILLIS);
        return settings;
    }

    /**
     * Returns settings of a job whose opinions are counted: nothing may stand in for an expert
     * because this machine is busy.
     */
    public static List<String> patient() {
        return List.of(
                "breakers.leastAnswerMillis=60000",
                "breakers.answerMillis=60000",
                "breakers.budgetMillis=60000");
    }

    String brokers() {
        return stack.kafka().bootstrapServers();
    }

    /** Starts the job without state, and returns when it runs. */
    void start() {
        FlinkRest flink = flink();
        jobId = flink.run(flink.upload(jar), submission);
        new HealthCheck(PATIENCE, Duration.ZERO, RESTARTS)
                .complaint(flink, jobId)
                .ifPresent(
                        complaint -> {
                            throw new StackException("the job did not start: " + complaint);
                        });
    }

    /** The interface of the JobManager that leads now. */
    private FlinkRest flink() {
        return new FlinkRest(stack.flink().address());
    }

    JobStatus status() {
        return flink().status(jobId);
    }

    boolean runs() {
        try {
            JobStatus status = status();
            return status.allTasksRunning() && status.checkpointsCompleted() > 0;
        } catch (StackException e) {
            // Between two leaders nobody answers, and a new one has to find the job first.
            return false;
        }
    }

    /** Waits for a verdict on a later second than this one. */
    void requireFresh(FreshVerdicts verdicts, long second, String what)
            throws InterruptedException {
        if (!verdicts.awaitLaterThan(second, PATIENCE)) {
            throw absent(what, "none");
        }
    }

    @OutsideResults("Waits by the clock.")
    void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw absent(what, "not there");
            }
            Thread.sleep(300);
        }
    }

    /** Waits until the agents, or the rule in their place, have settled every conflict so far. */
    void awaitResolutions() throws InterruptedException {
        TopicReading conflicts = TopicReading.of(stack.kafka(), Topics.CONFLICTS);
        await(
                "a resolution of each of " + conflicts.ids().size() + " conflicts",
                () -> UnsettledConflicts.of(stack.kafka(), conflicts, last -> false).isEmpty());
    }

    private StackException absent(String what, String found) {
        return new StackException(
                "need "
                        + what
                        + " within "
                        + PATIENCE
                        + ", was "
                        + found
                        + "; "
                        + flink().lastFailure(jobId));
    }

    /**
     * Ends market and job, and counts what was written against what had to be.
     *
     * @param dead attempts that the drill has ended
     */
    Ledger count(DisturbedMarket market, DeadAttempts dead) throws InterruptedException {
        market.end();
        ExpectedSnapshots expected = market.expected();
        Set<String> all = expected.all();
        await(
                "the last snapshots",
                () -> TopicReading.of(stack.kafka(), Topics.FEATURES).snapshots().containsAll(all));
        flink().stopWithSavepoint(jobId, null);
        return Ledger.of(stack, all, expected::inTail, dead);
    }
}
