package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.Quality;

/**
 * What an expert borrowed from another for a snapshot.
 *
 * @param feature name of the feature, e.g. {@code regime.volatility}
 * @param value in the unit of its declaration; null when missing
 * @param quality OK; STALE: the latest value is older than it may be; ABSENT: there is none
 * @param ageMillis event time from the second of the latest value to that of the snapshot; null
 *     when ABSENT
 */
public record BorrowedFeature(String feature, Double value, Quality quality, Long ageMillis) {

    public BorrowedFeature {
        Require.text("feature", feature);
        Require.finiteOrMissing("value", value);
        Require.present("quality", quality);
        Require.that(
                (value != null) == (quality == Quality.OK),
                "a value exactly when the quality is OK",
                () -> "value=" + value + " quality=" + quality);
    }

    /** Returns the value; NaN when missing. */
    public double orNaN() {
        return value == null ? Double.NaN : value;
    }
}
