package io.huihui.console.market;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

/** Snapshots for tests. */
public final class Samples {

    /** A second at which the market is open. */
    public static final long NOON = 1_700_064_000_000L;

    private Samples() {}

    /** Returns a snapshot so many seconds after noon. */
    public static FeatureSnapshot features(String symbol, int second, double mid) {
        return new FeatureSnapshot(
                new SnapshotId(symbol, NOON + second * 1000L),
                0,
                new FeatureVector.Builder().set(Feature.MID, mid).build());
    }
}
