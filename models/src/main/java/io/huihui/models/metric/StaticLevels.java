package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.ThresholdLevels;

/** The static thresholds of the specification, for metrics whose own history is too short. */
final class StaticLevels {

    private static final double EXTREME_LOW = 0.025;
    private static final double STRONG_LOW = 0.10;
    private static final double CONFIRM_LOW = 0.25;
    private static final double CONFIRM_HIGH = 0.75;
    private static final double STRONG_HIGH = 0.90;
    private static final double EXTREME_HIGH = 0.975;

    /** VAPI-FA and DWFD: confirmed at 1.5, strong at 2. */
    private static final double CONFIRM_Z = 1.5;

    private static final double STRONG_Z = 2;

    /** Nothing is said of "extreme"; half as much again as strong. */
    private static final double EXTREME_Z = 3;

    private StaticLevels() {}

    /** Returns the levels of the metric's own history, or the static ones below 100 samples. */
    static ThresholdLevels orDynamic(Feature feature, SessionQuantiles history, Session session) {
        long samples = history.samples(session);
        if (samples < SessionQuantiles.FEWEST_SAMPLES) {
            // TW-LAF counts as strong where the others are confirmed. GIB has no static level of
            // its
            // own and takes those of a score.
            double strong = feature == Feature.TW_LAF_5M ? CONFIRM_Z : STRONG_Z;
            return new ThresholdLevels(
                    feature,
                    false,
                    samples,
                    -EXTREME_Z,
                    -strong,
                    -Math.min(strong, CONFIRM_Z),
                    Math.min(strong, CONFIRM_Z),
                    strong,
                    EXTREME_Z);
        }
        return new ThresholdLevels(
                feature,
                true,
                samples,
                history.level(session, EXTREME_LOW),
                history.level(session, STRONG_LOW),
                history.level(session, CONFIRM_LOW),
                history.level(session, CONFIRM_HIGH),
                history.level(session, STRONG_HIGH),
                history.level(session, EXTREME_HIGH));
    }
}
