package io.huihui.console.compass;

import io.huihui.models.feature.FeatureSnapshot;

import java.util.List;

/** Knows what was before the server began to read. */
@FunctionalInterface
public interface CompassPast {

    /** Between two snapshots of the past, the half minute of a sample. */
    long STEP_MILLIS = CompassRings.BUCKET_MILLIS;

    /** How far back it is of use. */
    long SPAN_MILLIS = CompassRings.LENGTH * STEP_MILLIS;

    /** Knows nothing. */
    CompassPast NONE = (symbol, beforeMillis) -> List.of();

    /**
     * Returns snapshots of the four hours before a moment, one of each half minute at its end,
     * oldest first.
     *
     * @param beforeMillis event time, exclusive
     */
    List<FeatureSnapshot> of(String symbol, long beforeMillis);
}
