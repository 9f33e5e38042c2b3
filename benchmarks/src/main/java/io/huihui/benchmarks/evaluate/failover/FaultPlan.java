package io.huihui.benchmarks.evaluate.failover;

import io.huihui.models.decision.Expert;

import java.io.Serializable;

/**
 * A fault every two minutes for half an hour, by event time; which expert is hit and what it does
 * goes round, and begins elsewhere with each seed.
 */
record FaultPlan(long seed) implements Serializable {

    static final int SECONDS = 30 * 60;
    static final int EVERY_SECONDS = 120;
    static final int LONG_SECONDS = 20;
    static final int FAULTS = SECONDS / EVERY_SECONDS;

    /** The first fault begins here, when experts have answered for a while. */
    private static final int FIRST_SECOND = 60;

    private static final FaultKind[] KINDS = FaultKind.values();
    private static final Expert[] EXPERTS = Expert.values();

    /** Returns the number of the fault at a second, from its begin; -1 when there is none. */
    static int faultAt(int second) {
        int since = second - FIRST_SECOND;
        return since >= 0 && since % EVERY_SECONDS < LONG_SECONDS ? since / EVERY_SECONDS : -1;
    }

    static int begin(int fault) {
        return FIRST_SECOND + fault * EVERY_SECONDS;
    }

    static int end(int fault) {
        return begin(fault) + LONG_SECONDS;
    }

    FaultKind kind(int fault) {
        return KINDS[(int) ((fault + seed) % KINDS.length)];
    }

    /** Whether a fault hits an expert. */
    boolean hits(int fault, Expert expert) {
        return kind(fault) == FaultKind.ALL_THREE
                || EXPERTS[(int) ((fault + fault / KINDS.length + seed) % EXPERTS.length)]
                        == expert;
    }

    /** Returns what an expert does at a second; null when it answers as it should. */
    FaultKind at(int second, Expert expert) {
        int fault = faultAt(second);
        if (fault < 0 || !hits(fault, expert)) {
            return null;
        }
        FaultKind kind = kind(fault);
        if (kind != FaultKind.ALL_THREE) {
            return kind;
        }
        return switch (expert) {
            case REGIME -> FaultKind.HANG;
            case FLOW -> FaultKind.THROW;
            case SENTIMENT -> FaultKind.GARBAGE;
        };
    }
}
