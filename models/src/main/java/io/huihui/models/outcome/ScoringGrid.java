package io.huihui.models.outcome;

import io.huihui.models.feature.SnapshotId;

/**
 * Which predictions are scored: one per symbol every ten seconds. Predictions of neighbouring
 * seconds look at almost the same price path; scoring each would cost ten times the state and make
 * the count of outcomes look ten times larger than what they tell.
 */
public final class ScoringGrid {

    /** Distance of two predictions that are scored. */
    public static final long STEP_MILLIS = 10_000;

    /** How long after the horizon the first price may come. */
    public static final long TOLERANCE_MILLIS = 5_000;

    private ScoringGrid() {}

    /** Returns whether the prediction at this snapshot is scored. */
    public static boolean isScored(SnapshotId snapshot) {
        return snapshot.secondEndMillis() % STEP_MILLIS == 0;
    }

    /** Returns the snapshot itself when its prediction is scored, else the next one that is. */
    public static SnapshotId scoredFrom(SnapshotId snapshot) {
        long point = -Math.floorDiv(-snapshot.secondEndMillis(), STEP_MILLIS) * STEP_MILLIS;
        return new SnapshotId(snapshot.symbol(), point);
    }

    /**
     * Returns the grid point whose price this snapshot may be: the last one not after it, or -1
     * when that is further away than the tolerance.
     */
    public static long pointPricedBy(SnapshotId snapshot) {
        long second = snapshot.secondEndMillis();
        long point = second - second % STEP_MILLIS;
        return second - point <= TOLERANCE_MILLIS ? point : -1;
    }
}
