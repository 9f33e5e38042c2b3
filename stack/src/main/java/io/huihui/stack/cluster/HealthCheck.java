package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import java.time.Duration;
import java.util.Optional;

/**
 * When a job that was just started counts as healthy: all tasks run and a checkpoint is complete
 * within {@code start}, and for {@code watch} after that it neither restarts nor fails a
 * checkpoint.
 */
public record HealthCheck(Duration start, Duration watch) {

    /**
     * A large state takes minutes to restore; an upgrade that is watched for less proves little.
     */
    public static final HealthCheck DEFAULT =
            new HealthCheck(Duration.ofMinutes(3), Duration.ofSeconds(20));

    /** Tasks have to end before their failure is told, and the answer is kept for two seconds. */
    private static final Duration REASON = Duration.ofSeconds(20);

    public HealthCheck {
        if (start.isNegative() || start.isZero() || watch.isNegative()) {
            throw new StackException(
                    "need a positive time to start and to watch, was " + start + " and " + watch);
        }
    }

    /** Waits for the verdict; returns what is wrong in one sentence, empty when healthy. */
    public Optional<String> complaint(FlinkRest flink, String jobId) {
        long startEnd = System.nanoTime() + start.toNanos();
        while (true) {
            JobStatus status = flink.status(jobId);
            Optional<String> wrong = wrong(flink, jobId, status);
            if (wrong.isPresent()) {
                return wrong;
            }
            if (status.allTasksRunning() && status.checkpointsCompleted() > 0) {
                return watched(flink, jobId);
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

    private Optional<String> watched(FlinkRest flink, String jobId) {
        long before = flink.status(jobId).checkpointsFailed();
        long end = System.nanoTime() + watch.toNanos();
        while (System.nanoTime() < end) {
            Poll.pause("job " + jobId);
            JobStatus status = flink.status(jobId);
            Optional<String> wrong = wrong(flink, jobId, status);
            if (wrong.isPresent()) {
                return wrong;
            }
            if (status.checkpointsFailed() > before) {
                return Optional.of("a checkpoint failed");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(FlinkRest flink, String jobId, JobStatus status) {
        if (status.isOver() || status.lastRestartMillis() != null) {
            return Optional.of("it is " + status.state() + " after: " + failure(flink, jobId));
        }
        return Optional.empty();
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
