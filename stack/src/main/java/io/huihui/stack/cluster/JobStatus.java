package io.huihui.stack.cluster;

/**
 * How a job is doing.
 *
 * @param state Flink's word, e.g. RUNNING, RESTARTING, FAILED
 * @param allTasksRunning whether every task of every operator runs
 * @param parallelism tasks of the operator that has most
 * @param checkpointsCompleted since the job was submitted
 * @param lastCheckpointMillis wall-clock time at which the last checkpoint ended; null before the
 *     first
 * @param lastRestartMillis wall-clock time at which the job last began to restart; null when it
 *     never did since it was submitted
 */
public record JobStatus(
        String state,
        boolean allTasksRunning,
        int parallelism,
        long checkpointsCompleted,
        long checkpointsFailed,
        Long lastCheckpointMillis,
        Long lastRestartMillis) {

    public boolean isOver() {
        return switch (state) {
            case "FINISHED", "FAILED", "CANCELED", "SUSPENDED" -> true;
            default -> false;
        };
    }
}
