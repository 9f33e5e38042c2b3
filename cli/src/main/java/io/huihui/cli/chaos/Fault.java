package io.huihui.cli.chaos;

/** What is done to one of the processes of a running market, or to what lies between them. */
public enum Fault {
    /** Kill -9 of a TaskManager that works; another is started in its place. */
    KILL_TASK_MANAGER(Effect.DIES, true),
    /** Kill -9 of the JobManager that leads; another stands by, and it is started anew as that. */
    KILL_JOB_MANAGER(Effect.DIES, true),
    /** Kill -9 of the broker; it is started anew. */
    KILL_BROKER(Effect.DIES, true),
    /** Kill -9 of Postgres, the server with all its processes; it is started anew. */
    KILL_DATABASE(Effect.DIES, false),
    /** Kill -9 of Neo4j; it is started anew. */
    KILL_GRAPH(Effect.DIES, false),
    /** Kill -9 of the agents' functions or of their runtime; it is started anew. */
    KILL_AGENTS(Effect.DIES, false),
    /** A TaskManager that works hangs for seconds. */
    FREEZE_TASK_MANAGER(Effect.HANGS, false),
    /** The JobManager that leads hangs for seconds. */
    FREEZE_JOB_MANAGER(Effect.HANGS, false),
    /** The broker hangs for seconds. */
    FREEZE_BROKER(Effect.HANGS, false),
    /** The database hangs for seconds. */
    FREEZE_DATABASE(Effect.HANGS, false),
    /** The graph hangs for seconds. */
    FREEZE_GRAPH(Effect.HANGS, false),
    /** The agents' functions or their runtime hang for seconds. */
    FREEZE_AGENTS(Effect.HANGS, false),
    /**
     * Every write of Flink's processes to a file is refused until a checkpoint has failed, as on a
     * full disk. It is a limit of the processes (RLIMIT_FSIZE), not a disk: the sentence is "File
     * too large", new folders can still be made, and the logs stop too. Linux only.
     */
    REFUSE_FILE_WRITES(Effect.CANNOT_WRITE, false),
    /** The network between the job and the broker is slow for seconds. */
    SLOW_BROKER(Effect.SLOWS, false),
    /** The network between the job and the database is slow for seconds. */
    SLOW_DATABASE(Effect.SLOWS, false);

    private final Effect effect;
    private final boolean stopsResults;

    /** What becomes of the victim, and until when. */
    enum Effect {
        /** Is gone until it is started again, which is begun at once. */
        DIES,
        /** Does nothing for a drawn time, and then goes on. */
        HANGS,
        /** Works on for a drawn time, later. */
        SLOWS,
        /** Works on without a file that it could write, until a checkpoint has failed. */
        CANNOT_WRITE
    }

    Fault(Effect effect, boolean stopsResults) {
        this.effect = effect;
        this.stopsResults = stopsResults;
    }

    Effect effect() {
        return effect;
    }

    /** Returns whether results cannot come before something has been mended. */
    boolean stopsResults() {
        return stopsResults;
    }
}
