package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.util.List;

/**
 * Robust z against the same time of day in twenty sessions; against the last hour, and marked
 * PARTIAL, until those are there.
 */
final class SessionScore {

    private final RobustWindow recent = new RobustWindow();
    private final SeasonalWindow seasonal = new SeasonalWindow();

    /** Puts the score of a value into a feature and takes the value as a sample. */
    void publish(Moment now, double value, Feature feature, FeatureVector.Builder out) {
        double intraday = recent.score(now, value);
        double sessions = seasonal.score(now, value);
        if (Double.isNaN(value)) {
            return;
        }
        if (!Double.isNaN(sessions)) {
            out.set(feature, sessions);
        } else if (!Double.isNaN(intraday)) {
            out.set(feature, intraday, Quality.PARTIAL);
        } else {
            out.missing(feature, Quality.WARMUP);
        }
    }

    /** Returns what its owner has to store, in order. */
    List<BinaryState> parts() {
        return List.of(recent, seasonal);
    }
}
