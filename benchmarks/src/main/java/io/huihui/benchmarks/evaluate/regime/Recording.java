package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.simulator.truth.TruthRecord;

import java.util.List;

/**
 * One symbol and session: the features that regime models read, second by second, and the truth
 * that only the evaluation reads.
 *
 * @param firstSecondMillis end of the first second; the others follow without gaps
 * @param rows one per second, in the order of {@link #FEATURES}; NaN = missing. Kept as floats: a
 *     recording is seen many times and its noise is far above their rounding
 * @param truth of this symbol, and macro surprises, in order of time
 * @param macro what the feed said of macro figures, in order of time
 */
@SuppressWarnings("ArrayRecordComponent") // Recordings are never compared.
record Recording(
        String symbol,
        long seed,
        long firstSecondMillis,
        float[][] rows,
        List<TruthRecord> truth,
        List<MacroRelease> macro) {

    /** What is kept of each snapshot. */
    static final Feature[] FEATURES = {
        Feature.MID,
        Feature.REALIZED_VOL_1S,
        Feature.TRADE_COUNT_1S,
        Feature.SIGNED_TRADE_COUNT_1S,
        Feature.REPEATED_SIDE_COUNT_1S,
        Feature.OPTION_TRADE_COUNT_1S,
        Feature.BOOK_DEPTH,
        Feature.RELATIVE_SPREAD,
        Feature.SESSION_ELAPSED,
        Feature.CHAIN_AGE,
        Feature.ATM_IV_1D,
        Feature.ATM_IV_7D,
        Feature.ATM_IV_30D,
        Feature.SKEW_25_DELTA,
        Feature.TERM_SLOPE,
        Feature.REALIZED_VOL_5M,
        Feature.REALIZED_VOL_15M,
        Feature.REALIZED_VOL_30M,
        Feature.REALIZED_VOL_60M,
        Feature.RETURN_5M,
        Feature.RETURN_15M,
        Feature.RETURN_30M,
        Feature.RETURN_60M,
        Feature.TRADE_IMBALANCE_5M,
        Feature.ORDER_FLOW_IMBALANCE_5M,
        Feature.BOOK_IMBALANCE,
        Feature.DIRECTIONAL_PREMIUM_5M,
        Feature.DIRECTIONAL_PREMIUM_15M,
        Feature.NET_VOLUME_FLOW_5M,
        Feature.OPTION_VOLUME_5M,
        Feature.OPTION_VOLUME_60M,
        Feature.VEGA_FLOW_5M,
        Feature.PIN_PROBABILITY,
        Feature.VAPI_FA_15M,
        Feature.HAR_VOL_FORECAST
    };

    /** Returns the place of a feature in a row. */
    static int place(Feature feature) {
        return List.of(FEATURES).indexOf(feature);
    }

    int seconds() {
        return rows.length;
    }

    long endMillis(int second) {
        return firstSecondMillis + 1000L * second;
    }

    /** Returns the snapshot of a second, holding the recorded features alone. */
    FeatureSnapshot snapshot(int second, FeatureVector.Builder scratch) {
        scratch.reset();
        for (int i = 0; i < FEATURES.length; i++) {
            if (!Float.isNaN(rows[second][i])) {
                scratch.set(FEATURES[i], rows[second][i]);
            }
        }
        return new FeatureSnapshot(new SnapshotId(symbol, endMillis(second)), 0, scratch.build());
    }

    /** Returns the truth of one kind, in order of time. */
    <T extends TruthRecord> List<T> truth(Class<T> kind) {
        return truth.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
