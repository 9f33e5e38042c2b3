package io.huihui.cli.chaos;

/** What is done to one of the processes of a running market. */
public enum Fault {
    /** Kill -9 of a TaskManager; another is started in its place. */
    KILL_TASK_MANAGER,
    /** Kill -9 of the JobManager that leads; another stands by, and it is started anew as that. */
    KILL_JOB_MANAGER,
    /** Kill -9 of the broker; it is started anew. */
    KILL_BROKER,
    /** Kill -9 of Postgres, the server with all its processes; it is started anew. */
    KILL_DATABASE,
    /** Kill -9 of Neo4j; it is started anew. */
    KILL_GRAPH,
    /** A TaskManager hangs for seconds. */
    FREEZE_TASK_MANAGER,
    /** The JobManager that leads hangs for seconds. */
    FREEZE_JOB_MANAGER,
    /** The broker hangs for seconds. */
    FREEZE_BROKER,
    /** The database hangs for seconds. */
    FREEZE_DATABASE,
    /** The graph hangs for seconds. */
    FREEZE_GRAPH;

    /** Returns whether a process dies; else one hangs for a while. */
    public boolean kills() {
        return compareTo(KILL_GRAPH) <= 0;
    }

    /** Returns whether results cannot come before something has been mended. */
    boolean stopsResults() {
        return this == KILL_TASK_MANAGER || this == KILL_JOB_MANAGER || this == KILL_BROKER;
    }
}
