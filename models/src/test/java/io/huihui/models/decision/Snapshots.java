package io.huihui.models.decision;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.util.SplittableRandom;

/** Snapshots for tests. */
public final class Snapshots {

    /** Tuesday 2023-11-14 10:00 in New York. */
    public static final long TEN_O_CLOCK = 1_699_974_000_000L;

    private Snapshots() {}

    /** A snapshot of SPY so many seconds after ten o'clock. */
    public static FeatureSnapshot at(int second, FeatureVector features) {
        return new FeatureSnapshot(
                new SnapshotId("SPY", TEN_O_CLOCK + second * 1000L), 0, features);
    }

    /** Everything the baseline experts read, leaning to one side by z. */
    public static FeatureVector.Builder leaning(double z) {
        FeatureVector.Builder features = new FeatureVector.Builder();
        for (Feature feature : Feature.values()) {
            if (feature.unit() == Feature.Unit.Z) {
                features.set(feature, z);
            }
        }
        return features.set(Feature.MID, 450)
                .set(Feature.RETURN_5M, z * 0.0005)
                .set(Feature.RETURN_15M, z * 0.001)
                .set(Feature.RETURN_60M, z * 0.002)
                .set(Feature.REALIZED_VOL_30M, 0.15)
                .set(Feature.REALIZED_VOL_60M, 0.15)
                .set(Feature.ATM_IV_30D, 0.18)
                .set(Feature.ATM_IV_7D, 0.19)
                .set(Feature.GIB_INVENTORY, 1e8)
                .set(Feature.RELATIVE_SPREAD, 1e-5)
                .set(Feature.SESSION_ELAPSED, 0.2);
    }

    /** A random but repeatable vector in which about one value in five is missing. */
    public static FeatureVector random(SplittableRandom random) {
        return withGaps(random, leaning(4 * random.nextDouble() - 2));
    }

    private static FeatureVector withGaps(SplittableRandom random, FeatureVector.Builder features) {
        for (Feature feature : Feature.values()) {
            if (random.nextInt(5) == 0) {
                features.missing(feature, io.huihui.models.feature.Quality.WARMUP);
            }
        }
        return features.build();
    }

    /**
     * A random but repeatable market: a price that walks, inputs that lean for minutes to one side,
     * and about one value in five missing.
     */
    public static final class Market {

        /** Share of the lean that is left after one snapshot: half after about a minute. */
        private static final double PERSISTENCE = 0.95;

        /** Log return of one snapshot at a lean of 1 and of its noise: 2 basis points. */
        private static final double STEP = 2e-4;

        private final SplittableRandom random;
        private double lean;
        private double mid = 450;

        public Market(long seed) {
            random = new SplittableRandom(seed);
        }

        /** Returns the features of the next snapshot. */
        public FeatureVector next() {
            lean = PERSISTENCE * lean + 0.8 * (random.nextDouble() - 0.5);
            mid *= Math.exp(STEP * (lean + random.nextDouble() - 0.5));
            double shown = Math.max(-2, Math.min(2, lean));
            return withGaps(random, leaning(shown).set(Feature.MID, mid));
        }
    }
}
