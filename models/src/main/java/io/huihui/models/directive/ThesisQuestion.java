package io.huihui.models.directive;

import io.huihui.models.decision.Horizon;

/** What a thesis answers, and when the answer is known. */
public enum ThesisQuestion {
    /** Up or down, given that the price leaves the flat band. */
    DIRECTION(Horizon.MINUTES_15, 30_000),
    /** Expansion or contraction, given that implied volatility leaves its band. */
    VOLATILITY(Horizon.MINUTES_60, 60_000);

    private final Horizon horizon;
    private final long stepMillis;

    ThesisQuestion(Horizon horizon, long stepMillis) {
        this.horizon = horizon;
        this.stepMillis = stepMillis;
    }

    public Horizon horizon() {
        return horizon;
    }

    /** Returns the time between two that are learned from; nearer ones say the same. */
    public long stepMillis() {
        return stepMillis;
    }

    /** Returns the part of an independent outcome that each is: their horizons overlap. */
    public double independence() {
        return (double) stepMillis / horizon.millis();
    }

    private static final int COUNT = values().length;

    /** How many there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
