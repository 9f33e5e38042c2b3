package io.huihui.console.compass;

import io.huihui.models.feature.Feature;

/**
 * A spoke of the compass. Its radius is 0 at the low end of its range, 1 at the high one, and 0.5
 * is neutral where the range has two sides.
 *
 * <p>Where a feature exists with the window of a layer, the layer is that feature; else it is the
 * mean of the feature over the window. Features that are no score yet are scored against their own
 * last four hours by the robust z of all scores here, so that every range is one of scores.
 */
public enum CompassAxis {
    VAPI_FA(
            -3,
            3,
            Family.FLOW,
            true,
            "Volatility-adjusted premium intensity with flow acceleration.",
            Feature.VAPI_FA_5M,
            Feature.VAPI_FA_15M,
            Feature.VAPI_FA_30M,
            Feature.VAPI_FA_60M),
    DWFD(
            -2,
            2,
            Family.FLOW,
            true,
            "Delta-weighted flow divergence.",
            Feature.DWFD_5M,
            Feature.DWFD_15M,
            Feature.DWFD_30M,
            Feature.DWFD_60M),
    TW_LAF(
            -2.5,
            2.5,
            Family.FLOW,
            true,
            "Time-weighted liquidity-adjusted flow.",
            Feature.TW_LAF_5M,
            Feature.TW_LAF_15M,
            Feature.TW_LAF_30M,
            Feature.TW_LAF_60M),
    VRI(
            0,
            3,
            Family.STRUCTURE,
            true,
            "Volatility regime indicator; outward is expansion.",
            Feature.VRI_STATE),
    A_DAG(-3, 3, Family.STRUCTURE, true, "Adaptive delta-adjusted gamma.", Feature.A_DAG_Z),
    GIB(
            -2.5,
            2.5,
            Family.STRUCTURE,
            true,
            "Gamma imbalance of dealers; outward they are long and dampen moves.",
            Feature.GIB_Z),
    LWPAI(
            -2,
            2,
            Family.MOMENTUM,
            false,
            "Microprice pressure: where the quote leans to.",
            Feature.MICROPRICE_PRESSURE),
    AOFM(
            -3,
            3,
            Family.MOMENTUM,
            false,
            "Order-flow imbalance over mean depth.",
            Feature.ORDER_FLOW_IMBALANCE_5M,
            Feature.ORDER_FLOW_IMBALANCE_15M,
            Feature.ORDER_FLOW_IMBALANCE_30M,
            Feature.ORDER_FLOW_IMBALANCE_60M),
    TPDLF(
            -1.5,
            1.5,
            Family.MOMENTUM,
            false,
            "Deviation of option mids from the fitted smile.",
            Feature.THEORETICAL_DEVIATION),
    VABAI(
            -1.5,
            1.5,
            Family.LIQUIDITY,
            false,
            "Imbalance of the best quotes, adjusted for volatility.",
            Feature.VOL_ADJUSTED_BOOK_IMBALANCE),
    LIDB(
            -2,
            2,
            Family.LIQUIDITY,
            false,
            "Share of bids in the size of the best quotes.",
            Feature.BOOK_SHARE_OF_BIDS),
    SVR(
            0,
            2,
            Family.LIQUIDITY,
            false,
            "Spread against the volatility of a day; outward it is wide.",
            Feature.SPREAD_VOLATILITY_RATIO);

    /** What an axis tells of. */
    public enum Family {
        FLOW,
        STRUCTURE,
        MOMENTUM,
        LIQUIDITY
    }

    private final double low;
    private final double high;
    private final Family family;
    private final boolean score;
    private final String definition;
    private final boolean own;
    private final Feature five;
    private final Feature fifteen;
    private final Feature thirty;
    private final Feature sixty;

    CompassAxis(
            double low,
            double high,
            Family family,
            boolean score,
            String definition,
            Feature everywhere) {
        this(
                low,
                high,
                family,
                score,
                definition,
                false,
                everywhere,
                everywhere,
                everywhere,
                everywhere);
    }

    CompassAxis(
            double low,
            double high,
            Family family,
            boolean score,
            String definition,
            Feature five,
            Feature fifteen,
            Feature thirty,
            Feature sixty) {
        this(low, high, family, score, definition, true, five, fifteen, thirty, sixty);
    }

    CompassAxis(
            double low,
            double high,
            Family family,
            boolean score,
            String definition,
            boolean own,
            Feature five,
            Feature fifteen,
            Feature thirty,
            Feature sixty) {
        this.low = low;
        this.high = high;
        this.family = family;
        this.score = score;
        this.definition = definition;
        this.own = own;
        this.five = five;
        this.fifteen = fifteen;
        this.thirty = thirty;
        this.sixty = sixty;
    }

    /** Returns the score at radius 0. */
    public double low() {
        return low;
    }

    /** Returns the score at radius 1. */
    public double high() {
        return high;
    }

    public Family family() {
        return family;
    }

    /** Returns whether both directions mean something, with neutral in the middle. */
    public boolean twoSided() {
        return low < 0;
    }

    /** Returns whether its features are scores already. */
    public boolean isScore() {
        return score;
    }

    public String definition() {
        return definition;
    }

    /** Returns what a layer is made of: its own feature, or the one that is averaged over it. */
    public Feature feature(CompassLayer layer) {
        return switch (layer) {
            case MINUTES_5 -> five;
            case MINUTES_15 -> fifteen;
            case MINUTES_30 -> thirty;
            case MINUTES_60, MINUTES_240 -> sixty;
        };
    }

    /** Returns whether a layer is a feature as it stands, not a mean over the window. */
    public boolean isOwn(CompassLayer layer) {
        return own && layer != CompassLayer.MINUTES_240;
    }

    /** Returns the radius of a score, 0..1; NaN for NaN. */
    public double radius(double value) {
        double radius = (value - low) / (high - low);
        return radius < 0 ? 0 : radius > 1 ? 1 : radius;
    }
}
