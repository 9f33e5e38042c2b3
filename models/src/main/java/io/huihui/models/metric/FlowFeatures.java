package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.metric.FlowSums.Measure;

/** From sums of option flow to features. */
final class FlowFeatures {

    /** The e of log ratios, as a share of both sides together: bounds the ratio at ln 101. */
    private static final double RATIO_FLOOR = 0.01;

    private static final Feature[] NET_PREMIUM = {
        Feature.NET_PREMIUM_FLOW_5M,
        Feature.NET_PREMIUM_FLOW_15M,
        Feature.NET_PREMIUM_FLOW_30M,
        Feature.NET_PREMIUM_FLOW_60M
    };

    private static final Feature[] NET_VOLUME = {
        Feature.NET_VOLUME_FLOW_5M,
        Feature.NET_VOLUME_FLOW_15M,
        Feature.NET_VOLUME_FLOW_30M,
        Feature.NET_VOLUME_FLOW_60M
    };

    private static final Feature[] DIRECTIONAL = {
        Feature.DIRECTIONAL_PREMIUM_5M,
        Feature.DIRECTIONAL_PREMIUM_15M,
        Feature.DIRECTIONAL_PREMIUM_30M,
        Feature.DIRECTIONAL_PREMIUM_60M
    };

    private static final Feature[] DELTA = {
        Feature.DELTA_FLOW_5M,
        Feature.DELTA_FLOW_15M,
        Feature.DELTA_FLOW_30M,
        Feature.DELTA_FLOW_60M
    };

    private static final Feature[] GAMMA = {
        Feature.GAMMA_FLOW_5M,
        Feature.GAMMA_FLOW_15M,
        Feature.GAMMA_FLOW_30M,
        Feature.GAMMA_FLOW_60M
    };

    private static final Feature[] VEGA = {
        Feature.VEGA_FLOW_5M, Feature.VEGA_FLOW_15M, Feature.VEGA_FLOW_30M, Feature.VEGA_FLOW_60M
    };

    private static final Feature[] THETA = {
        Feature.THETA_FLOW_5M,
        Feature.THETA_FLOW_15M,
        Feature.THETA_FLOW_30M,
        Feature.THETA_FLOW_60M
    };

    private static final Feature[] VOLUME = {
        Feature.OPTION_VOLUME_5M,
        Feature.OPTION_VOLUME_15M,
        Feature.OPTION_VOLUME_30M,
        Feature.OPTION_VOLUME_60M
    };

    private static final Feature[] VOLUME_RATIO = {
        Feature.CALL_PUT_VOLUME_RATIO_5M,
        Feature.CALL_PUT_VOLUME_RATIO_15M,
        Feature.CALL_PUT_VOLUME_RATIO_30M,
        Feature.CALL_PUT_VOLUME_RATIO_60M
    };

    private static final Feature[] PREMIUM_RATIO = {
        Feature.CALL_PUT_PREMIUM_RATIO_5M,
        Feature.CALL_PUT_PREMIUM_RATIO_15M,
        Feature.CALL_PUT_PREMIUM_RATIO_30M,
        Feature.CALL_PUT_PREMIUM_RATIO_60M
    };

    private static final Feature[] MULTI_LEG = {
        Feature.MULTI_LEG_SHARE_5M,
        Feature.MULTI_LEG_SHARE_15M,
        Feature.MULTI_LEG_SHARE_30M,
        Feature.MULTI_LEG_SHARE_60M
    };

    private static final Feature[] TRADE_PREMIUM = {
        Feature.AVERAGE_TRADE_PREMIUM_5M,
        Feature.AVERAGE_TRADE_PREMIUM_15M,
        Feature.AVERAGE_TRADE_PREMIUM_30M,
        Feature.AVERAGE_TRADE_PREMIUM_60M
    };

    private FlowFeatures() {}

    /**
     * @param sums by {@link Measure}
     * @param quality PARTIAL when a provider revised a total in the window
     */
    static void publish(Window window, double[] sums, Quality quality, FeatureVector.Builder out) {
        int at = window.ordinal();
        out.set(NET_PREMIUM[at], sum(sums, Measure.NET_PREMIUM), quality);
        out.set(NET_VOLUME[at], sum(sums, Measure.NET_VOLUME), quality);
        out.set(DIRECTIONAL[at], sum(sums, Measure.DIRECTIONAL), quality);
        // A flow in contracts without greeks is missing from these four, so they say PARTIAL.
        Quality priced = sum(sums, Measure.UNPRICED) > 0 ? Quality.PARTIAL : quality;
        out.set(DELTA[at], sum(sums, Measure.DELTA), priced);
        out.set(GAMMA[at], sum(sums, Measure.GAMMA), priced);
        out.set(VEGA[at], sum(sums, Measure.VEGA), priced);
        out.set(THETA[at], sum(sums, Measure.THETA), priced);
        double calls = sum(sums, Measure.CALL_VOLUME);
        double puts = sum(sums, Measure.PUT_VOLUME);
        double premium = sum(sums, Measure.CALL_PREMIUM) + sum(sums, Measure.PUT_PREMIUM);
        double volume = calls + puts;
        double trades = sum(sums, Measure.TRADES);
        out.set(VOLUME[at], volume, quality);
        out.setOrMissing(VOLUME_RATIO[at], logRatio(calls, puts), Quality.WARMUP);
        out.setOrMissing(
                PREMIUM_RATIO[at],
                logRatio(sum(sums, Measure.CALL_PREMIUM), sum(sums, Measure.PUT_PREMIUM)),
                Quality.WARMUP);
        boolean tradesFed = trades > 0;
        out.setOrMissing(
                MULTI_LEG[at],
                tradesFed ? sum(sums, Measure.MULTI_LEG) / volume : Double.NaN,
                Quality.ABSENT);
        out.setOrMissing(
                TRADE_PREMIUM[at], tradesFed ? premium / trades : Double.NaN, Quality.ABSENT);
    }

    /** The windows are nested; their differences are not. */
    static void publishIncrements(OptionFlow flow, FeatureVector.Builder out) {
        double five = flow.sum(Measure.NET_VOLUME, Window.MINUTES_5);
        double fifteen = flow.sum(Measure.NET_VOLUME, Window.MINUTES_15);
        double thirty = flow.sum(Measure.NET_VOLUME, Window.MINUTES_30);
        double sixty = flow.sum(Measure.NET_VOLUME, Window.MINUTES_60);
        out.set(Feature.NET_VOLUME_INCREMENT_0_5M, five);
        out.set(Feature.NET_VOLUME_INCREMENT_5_15M, fifteen - five);
        out.set(Feature.NET_VOLUME_INCREMENT_15_30M, thirty - fifteen);
        out.set(Feature.NET_VOLUME_INCREMENT_30_60M, sixty - thirty);
    }

    private static double sum(double[] sums, Measure measure) {
        return sums[measure.ordinal()];
    }

    private static double logRatio(double calls, double puts) {
        double floor = RATIO_FLOOR * (calls + puts);
        return floor > 0 ? Math.log((calls + floor) / (puts + floor)) : Double.NaN;
    }
}
