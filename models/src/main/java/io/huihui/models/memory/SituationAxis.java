package io.huihui.models.memory;

import io.huihui.models.feature.Feature;

/**
 * One way in which situations differ, in about deviations of a usual day, so that no axis outweighs
 * the others. Order is that of a situation's coordinates; a change of axes makes stored situations
 * incomparable, and raises {@link AnalogueMemory}'s version.
 */
enum SituationAxis {
    TREND(Feature.TREND_60M, 1),
    STRETCH(Feature.STRETCH_FROM_MEAN_20D, 1),
    BOUGHT_5M(Feature.TRADE_IMBALANCE_5M, 0.3),
    BOUGHT_60M(Feature.TRADE_IMBALANCE_60M, 0.3),
    VOLUME(Feature.TRADE_VOLUME_5M_Z, 1),
    VOLATILITY(Feature.REALIZED_VOL_30M_Z, 1),
    SPREAD(Feature.RELATIVE_SPREAD_Z, 1),
    ORDER_FLOW(Feature.ORDER_FLOW_IMBALANCE_Z, 1),
    OFF_EXCHANGE(Feature.OFF_EXCHANGE_SHARE_5M_Z, 1),
    VOLUME_FLOW(Feature.VAPI_FA_5M, 1),
    DELTA_FLOW(Feature.DWFD_5M, 1),
    WEIGHTED_FLOW(Feature.TW_LAF_5M, 1),
    WEIGHTED_FLOW_60M(Feature.TW_LAF_60M, 1),
    FLOW_AGREEMENT(Feature.FLOW_ALIGNMENT, 1),
    GAMMA_BALANCE(Feature.GIB_Z, 1),
    DEALER_DELTA(Feature.DEALER_DELTA_Z, 1),
    TERM_STRUCTURE(Feature.TERM_SLOPE_Z, 1),
    SKEW(Feature.SKEW_25_DELTA_Z, 1),
    /** A session is 0 to 1, evenly: a deviation of .29. */
    TIME_OF_DAY(Feature.SESSION_ELAPSED, 0.29);

    /** So that one axis gone wild does not make everything equally far. */
    private static final double FARTHEST = 4;

    private final Feature feature;
    private final double scale;

    SituationAxis(Feature feature, double scale) {
        this.feature = feature;
        this.scale = scale;
    }

    Feature feature() {
        return feature;
    }

    /** Returns the coordinate of a value. */
    double coordinate(double value) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, value / scale));
    }
}
