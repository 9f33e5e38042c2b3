package io.huihui.console.compass;

import io.huihui.models.feature.Feature;

import java.util.List;

/** The axes of the compass in the order of the frame, with the range that is drawn. */
enum CompassAxis {
    VAPI_FA(
            -3,
            3,
            Scale.AS_IS,
            Feature.VAPI_FA_5M,
            Feature.VAPI_FA_15M,
            Feature.VAPI_FA_30M,
            Feature.VAPI_FA_60M),
    DWFD(-2, 2, Scale.AS_IS, Feature.DWFD_5M, Feature.DWFD_15M, Feature.DWFD_30M, Feature.DWFD_60M),
    TW_LAF(
            -2.5,
            2.5,
            Scale.AS_IS,
            Feature.TW_LAF_5M,
            Feature.TW_LAF_15M,
            Feature.TW_LAF_30M,
            Feature.TW_LAF_60M),
    VRI(0, 3, Scale.ABOVE_ZERO, Feature.VRI_STATE),
    A_DAG(-3, 3, Scale.AS_IS, Feature.A_DAG_Z),
    GIB(-2.5, 2.5, Scale.AS_IS, Feature.GIB_Z),
    LWPAI(-2, 2, Scale.ROBUST_Z, Feature.MICROPRICE_PRESSURE),
    AOFM(
            -3,
            3,
            Scale.ROBUST_Z,
            Feature.ORDER_FLOW_IMBALANCE_5M,
            Feature.ORDER_FLOW_IMBALANCE_15M,
            Feature.ORDER_FLOW_IMBALANCE_30M,
            Feature.ORDER_FLOW_IMBALANCE_60M),
    TPDLF(-1.5, 1.5, Scale.ROBUST_Z, Feature.THEORETICAL_DEVIATION),
    VABAI(-1.5, 1.5, Scale.ROBUST_Z, Feature.VOL_ADJUSTED_BOOK_IMBALANCE),
    LIDB(-1.5, 1.5, Scale.ROBUST_Z, Feature.BOOK_SHARE_OF_BIDS),
    SVR(0, 2, Scale.OVER_MEDIAN, Feature.SPREAD_VOLATILITY_RATIO);

    /** How a feature becomes the value of an axis. */
    enum Scale {
        /** It is a z already. */
        AS_IS,
        /** What is below 0 counts as 0. */
        ABOVE_ZERO,
        /** Against median and MAD of its own last four hours. */
        ROBUST_Z,
        /** Over the median of its own last four hours: 1 is as usual. */
        OVER_MEDIAN
    }

    private final double low;
    private final double high;
    private final Scale scale;
    private final List<Feature> features;

    CompassAxis(double low, double high, Scale scale, Feature... features) {
        this.low = low;
        this.high = high;
        this.scale = scale;
        this.features = List.of(features);
    }

    Scale scale() {
        return scale;
    }

    /** Whether there is a feature for each timeframe up to an hour; else one for all. */
    boolean timed() {
        return features.size() > 1;
    }

    /**
     * Returns the feature behind a layer; the longest timed one where none is as long.
     *
     * @param layer place among {@link SymbolCompass#LAYER_MINUTES}
     */
    Feature feature(int layer) {
        return features.get(Math.min(layer, features.size() - 1));
    }

    /** Returns 0..1: where a value lies in the range, its ends for those beyond; NaN of NaN. */
    double radius(double value) {
        return Math.min(1, Math.max(0, (value - low) / (high - low)));
    }
}
