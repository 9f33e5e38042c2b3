package io.huihui.stack;

/**
 * Of which processes a Flink cluster on this machine consists.
 *
 * @param taskManagers how many
 * @param standby whether a second JobManager takes over where the first one dies, which takes a
 *     ZooKeeper to say who leads; else the death of the JobManager ends the job
 */
public record FlinkProcesses(int taskManagers, boolean standby) {

    public FlinkProcesses {
        if (taskManagers < 1) {
            throw new StackException("need at least one TaskManager, was " + taskManagers);
        }
    }

    /** Returns those of a cluster with one JobManager. */
    public static FlinkProcesses alone(int taskManagers) {
        return new FlinkProcesses(taskManagers, false);
    }

    /** Returns those of a cluster with a JobManager and one that stands by. */
    public static FlinkProcesses withStandby(int taskManagers) {
        return new FlinkProcesses(taskManagers, true);
    }

    int jobManagers() {
        return standby ? 2 : 1;
    }
}
