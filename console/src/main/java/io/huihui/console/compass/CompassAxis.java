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
            new Words(
                    "VAPI-FA",
                    "Volatility-adjusted premium intensity with flow acceleration, as robust z: how much directional premium is paid, and whether it speeds up.",
                    "Premium is paid for upside, faster than before.",
                    "Premium is paid for downside, faster than before."),
            Feature.VAPI_FA_5M,
            Feature.VAPI_FA_15M,
            Feature.VAPI_FA_30M,
            Feature.VAPI_FA_60M),
    DWFD(
            -2,
            2,
            Family.FLOW,
            true,
            new Words(
                    "DWFD",
                    "Delta-weighted flow divergence, as robust z: delta flow, stressed where the money outruns the count of contracts.",
                    "Large money leans up.",
                    "Large money leans down."),
            Feature.DWFD_5M,
            Feature.DWFD_15M,
            Feature.DWFD_30M,
            Feature.DWFD_60M),
    TW_LAF(
            -2.5,
            2.5,
            Family.FLOW,
            true,
            new Words(
                    "TW-LAF",
                    "Time-weighted liquidity-adjusted flow, as robust z: flow in contracts that are cheap to trade counts more, old flow less.",
                    "Steady buying in liquid contracts.",
                    "Steady selling in liquid contracts."),
            Feature.TW_LAF_5M,
            Feature.TW_LAF_15M,
            Feature.TW_LAF_30M,
            Feature.TW_LAF_60M),
    VRI(
            0,
            3,
            Family.STRUCTURE,
            true,
            new Words(
                    "VRI",
                    "Volatility regime indicator, the part above 0: term slope, volatility of volatility, realised over implied, skew and dealers' vega.",
                    "Volatility is set to expand.",
                    "Quiet."),
            Feature.VRI_STATE),
    A_DAG(
            -3,
            3,
            Family.STRUCTURE,
            true,
            new Words(
                    "A-DAG",
                    "Adaptive delta-adjusted gamma, as robust z: dealers' gamma, stressed where today's flow adds to their standing delta.",
                    "Dealers' hedging damps moves.",
                    "Dealers' hedging amplifies moves."),
            Feature.A_DAG_Z),
    GIB(
            -2.5,
            2.5,
            Family.STRUCTURE,
            true,
            new Words(
                    "GIB",
                    "Gamma imbalance from the book, as robust z: dealers' gamma of calls less that of puts.",
                    "Dealers are long gamma: moves tend to fade.",
                    "Dealers are short gamma: moves tend to run."),
            Feature.GIB_Z),
    LWPAI(
            -2,
            2,
            Family.MOMENTUM,
            false,
            new Words(
                    "LWPAI",
                    "Pressure by the microprice, as robust z of its last four hours: how far it stands from the mid, in half spreads.",
                    "The book pushes up.",
                    "The book pushes down."),
            Feature.MICROPRICE_PRESSURE),
    AOFM(
            -3,
            3,
            Family.MOMENTUM,
            false,
            new Words(
                    "AOFM",
                    "Order-flow imbalance of the best quotes over their mean depth, as robust z of its last four hours.",
                    "Bids are added, offers are lifted.",
                    "Offers are added, bids are hit."),
            Feature.ORDER_FLOW_IMBALANCE_5M,
            Feature.ORDER_FLOW_IMBALANCE_15M,
            Feature.ORDER_FLOW_IMBALANCE_30M,
            Feature.ORDER_FLOW_IMBALANCE_60M),
    TPDLF(
            -1.5,
            1.5,
            Family.MOMENTUM,
            false,
            new Words(
                    "TPDLF",
                    "Deviation of option mids from the prices of the fitted smiles, weighted by open interest, as robust z of its last four hours.",
                    "Options trade dear against their smile.",
                    "Options trade cheap against their smile."),
            Feature.THEORETICAL_DEVIATION),
    VABAI(
            -1.5,
            1.5,
            Family.LIQUIDITY,
            false,
            new Words(
                    "VABAI",
                    "Imbalance of sizes at the best quotes, adjusted by implied volatility over its twenty-session mean, as robust z of its last four hours.",
                    "More is bid than offered.",
                    "More is offered than bid."),
            Feature.VOL_ADJUSTED_BOOK_IMBALANCE),
    LIDB(
            -2,
            2,
            Family.LIQUIDITY,
            false,
            new Words(
                    "LIDB",
                    "Share of bids in the size at the best quotes, less a half, as robust z of its last four hours.",
                    "The bid is deep.",
                    "The offer is deep."),
            Feature.BOOK_SHARE_OF_BIDS),
    SVR(
            0,
            2,
            Family.LIQUIDITY,
            false,
            new Words(
                    "SVR",
                    "Spread over a day's expected move, as robust z of its last four hours: what it costs to cross.",
                    "Trading is dear: spreads are wide.",
                    "Quiet."),
            Feature.SPREAD_VOLATILITY_RATIO);

    /** What an axis tells of. */
    public enum Family {
        FLOW,
        STRUCTURE,
        MOMENTUM,
        LIQUIDITY
    }

    /**
     * What a reader is told of an axis.
     *
     * @param label as it stands beside the spoke
     * @param above what it says near its high end
     * @param below what it says near its low end
     */
    public record Words(String label, String definition, String above, String below) {}

    private final double low;
    private final double high;
    private final Family family;
    private final boolean score;

    @SuppressWarnings(
            "ImmutableEnumChecker") // A record of strings, which the checker does not see.
    private final Words words;

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
            Words words,
            Feature everywhere) {
        this(
                low,
                high,
                family,
                score,
                words,
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
            Words words,
            Feature five,
            Feature fifteen,
            Feature thirty,
            Feature sixty) {
        this(low, high, family, score, words, true, five, fifteen, thirty, sixty);
    }

    CompassAxis(
            double low,
            double high,
            Family family,
            boolean score,
            Words words,
            boolean own,
            Feature five,
            Feature fifteen,
            Feature thirty,
            Feature sixty) {
        this.low = low;
        this.high = high;
        this.family = family;
        this.score = score;
        this.words = words;
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

    public Words words() {
        return words;
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

    /** Returns how far a radius is from saying nothing, 0..1: two-sided axes count both ways. */
    public double distance(double radius) {
        return twoSided() ? 2 * Math.abs(radius - 0.5) : radius;
    }
}
