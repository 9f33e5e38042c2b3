package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * When a job that was just started counts as healthy: all tasks run and a checkpoint is complete
 * within {@code start}, and for {@code watch} after that it neither restarts nor fails a
 * checkpoint.
 *
 * @param restarts how often it may restart before that: more than 0 where a machine may be too busy
 *     for the first attempt, and nobody waits for the version before to come back
 */
public record HealthCheck(Duration start, Duration watch, int restarts) {

    /**
     * A large state takes minutes to restore; an upgrade that is watched for less proves little.
     */
    public static final HealthCheck DEFAULT =
            new HealthCheck(Duration.ofMinutes(3), Duration.ofSeconds(20), 0);

    /** Tasks have to end before their failure is told, and the answer is kept for two seconds. */
    private static final Duration REASON = Duration.ofSeconds(20);

    public HealthCheck {
        if (start.isNegative() || start.isZero() || watch.isNegative()) {
            throw new StackException(
                    "need a positive time to start and to watch, was " + start + " and " + watch);
        }
        if (restarts < 0) {
            throw new StackException("need restarts >= 0, was restarts=" + restarts);
        }
    }

    /** Waits for the verdict; returns what is wrong in one sentence, empty when healthy. */
    public Optional<String> complaint(FlinkRest flink, String jobId) {
        long startEnd = System.nanoTime() + start.toNanos();
        Long lastRestart = null;
        int seen = 0;
        while (true) {
            JobStatus status = flink.status(jobId);
            if (!Objects.equals(status.lastRestartMillis(), lastRestart)) {
                lastRestart = status.lastRestartMillis();
                seen++;
            }
            if (status.isOver() || seen > restarts) {
                return Optional.of(wrong(flink, jobId, status));
            }
            if (status.allTasksRunning() && status.checkpointsCompleted() > 0) {
                return watched(flink, jobId, lastRestart);
            }
            if (System.nanoTime() > startEnd) {
                return Optional.of(
                        "no checkpoint was complete within "
                                + start.toSeconds()
                                + " s, state "
                                + status.state());
            }
            Poll.pause("job " + jobId);
        }
    }

    /** Returns in one sentence that a job has ended or restarted since it was started, if so. */
    public static Optional<String> brokeDown(FlinkRest flink, String jobId) {
        JobStatus status = flink.status(jobId);
        return status.isOver() || status.lastRestartMillis() != null
                ? Optional.of(wrong(flink, jobId, status))
                : Optional.empty();
    }

    private Optional<String> watched(FlinkRest flink, String jobId, Long lastRestart) {
        long before = flink.status(jobId).checkpointsFailed();
        long end = System.nanoTime() + watch.toNanos();
        while (System.nanoTime() < end) {
            Poll.pause("job " + jobId);
            JobStatus status = flink.status(jobId);
            if (status.isOver() || !Objects.equals(status.lastRestartMillis(), lastRestart)) {
                return Optional.of(wrong(flink, jobId, status));
            }
            if (status.checkpointsFailed() > before) {
                return Optional.of("a checkpoint failed");
            }
        }
        return Optional.empty();
    }

    private static String wrong(FlinkRest flink, String jobId, JobStatus status) {
        return "it is " + status.state() + " after: " + failure(flink, jobId);
    }

    /** The cluster counts a restart some seconds before it tells why. */
    private static String failure(FlinkRest flink, String jobId) {
        long end = System.nanoTime() + REASON.toNanos();
        String failure = flink.lastFailure(jobId);
        while (failure.isEmpty() && System.nanoTime() < end) {
            Poll.pause("job " + jobId);
            failure = flink.lastFailure(jobId);
        }
        return failure.isEmpty() ? "a failure that the cluster does not tell" : failure;
    }
}
