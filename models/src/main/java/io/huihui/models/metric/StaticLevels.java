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

    /** The specification names strong, and confirm as 1.5 where strong is 2. */
    private static final double CONFIRM_SHARE = 0.75;

    /** Nothing is said of "extreme"; half as much again as strong. */
    private static final double EXTREME_SHARE = 1.5;

    /** VAPI-FA, DWFD and, since none is named for them, other scores. */
    private static final double STRONG_Z = 2;

    /** TW-LAF counts as strong where the others are confirmed; it is confirmed there too. */
    private static final double TW_LAF = 1.5;

    private static final double VRI = 0.6;
    private static final double VEGA_FLOW = 0.1;
    private static final double CONCENTRATION = 0.6;

    /** Currency customers paid net at one strike. */
    private static final double NET_PREMIUM = 5000;

    /** Named as 1000 in units nobody defined; 100 million is 1 % of a liquid last hour. */
    private static final double HEDGING = 1e8;

    private StaticLevels() {}

    /** Returns the levels of the metric's own history, or the static ones below 100 samples. */
    static ThresholdLevels orDynamic(Feature feature, SessionQuantiles history, Session session) {
        long samples = history.samples(session);
        if (samples < SessionQuantiles.FEWEST_SAMPLES) {
            double strong = strong(feature);
            double confirm = feature == Feature.TW_LAF_5M ? TW_LAF : CONFIRM_SHARE * strong;
            double extreme = EXTREME_SHARE * strong;
            return new ThresholdLevels(
                    feature.name(),
                    false,
                    samples,
                    -extreme,
                    -strong,
                    -confirm,
                    confirm,
                    strong,
                    extreme);
        }
        return new ThresholdLevels(
                feature.name(),
                true,
                samples,
                history.level(session, EXTREME_LOW),
                history.level(session, STRONG_LOW),
                history.level(session, CONFIRM_LOW),
                history.level(session, CONFIRM_HIGH),
                history.level(session, STRONG_HIGH),
                history.level(session, EXTREME_HIGH));
    }

    private static double strong(Feature feature) {
        return switch (feature) {
            case TW_LAF_5M -> TW_LAF;
            case VRI_STATE -> VRI;
            case VEGA_FLOW_INDEX_0DTE -> VEGA_FLOW;
            case VANNA_CONCENTRATION_0DTE -> CONCENTRATION;
            case HP_EOD -> HEDGING;
            case NET_PREMIUM_AT_THE_MONEY -> NET_PREMIUM;
            default -> STRONG_Z;
        };
    }
}
