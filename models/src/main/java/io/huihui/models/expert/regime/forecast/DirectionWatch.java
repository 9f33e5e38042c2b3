package io.huihui.models.expert.regime.forecast;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.expert.regime.hmm.LevelAndSlope;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where the price leans and what holds it, as inputs of the thesis. Those in {@link Leaning} change
 * their sign when the market is mirrored, those in {@link Size} do not.
 */
public final class DirectionWatch implements BinaryState {

    /** Inputs that tell up from down. */
    public enum Leaning {
        TRADES_IN_TREND,
        PRICE_SLOPE_IN_TREND,
        TRADES,
        RETURN_15M,
        PULL_IN_RANGE,
        PULL,
        OPTION_FLOW,
        ORDER_FLOW
    }

    /** Inputs that tell a move from none. */
    public enum Size {
        CONSTANT,
        VOLATILITY_NOW,
        VOLATILITY_NOW_SQUARED,
        VOLATILITY_IMPLIED,
        LEAN_IN_TREND,
        RANGE,
        LEAVING
    }

    private static final int VERSION = 1;

    /** Weight per second of a half-life of two, of ten minutes. */
    private static final double TRADES_WEIGHT = 1 - Math.pow(0.5, 1 / 120.0);

    private static final double ANCHOR_WEIGHT = 1 - Math.pow(0.5, 1 / 600.0);

    /** Bought less sold trades over all: a lean of this share is a plain one. */
    private static final double PLAIN_LEAN = 0.06;

    /** Minutes of a trading year. */
    private static final double MINUTES_PER_YEAR = 252.0 * 390;

    /** Of a price measured in its own deviations of a minute. */
    private static final double SLOPE_NOISE = 4e-4;

    private static final double PRICE_NOISE = 0.05;

    private static final double LARGEST = 3;
    private static final double LARGEST_RATIO = 1.5;

    private final LevelAndSlope walk = new LevelAndSlope(1, SLOPE_NOISE, PRICE_NOISE);
    private double signed;
    private double trades;
    private double logMid = Double.NaN;
    private double anchor = Double.NaN;
    private double walked;
    private int seconds;

    /** Takes a second whose volatility is known. */
    public void observe(FeatureVector features, double volatilityAnnual) {
        double count = features.orNaN(Feature.TRADE_COUNT_1S);
        double side = features.orNaN(Feature.SIGNED_TRADE_COUNT_1S);
        if (!Double.isNaN(count) && !Double.isNaN(side)) {
            trades += TRADES_WEIGHT * (count - trades);
            signed += TRADES_WEIGHT * (side - signed);
        }
        double mid = features.orNaN(Feature.MID);
        if (mid > 0) {
            double next = Math.log(mid);
            boolean first = Double.isNaN(logMid);
            double deviation = minuteDeviation(volatilityAnnual);
            walked += first || !(deviation > 0) ? 0 : (next - logMid) / deviation;
            anchor = first ? next : anchor + ANCHOR_WEIGHT * (next - anchor);
            logMid = next;
            if (++seconds == 60) {
                walk.observe(walked);
                seconds = 0;
            }
        }
    }

    private static double minuteDeviation(double volatilityAnnual) {
        return volatilityAnnual / Math.sqrt(MINUTES_PER_YEAR);
    }

    /** Returns the leaning inputs; 0 where one is missing. */
    public double[] leaning(FeatureVector features, Forecaster forecaster, double volatility) {
        double trend = trend(forecaster);
        double lean = trades > 0 ? Math.tanh(signed / trades / PLAIN_LEAN) : 0;
        double deviation = minuteDeviation(volatility) * Math.sqrt(15);
        double pull = bounded((anchor - logMid) / deviation);
        return new double[] {
            trend * lean,
            trend * bounded(walk.slopeScore()) / LARGEST,
            lean,
            bounded(features.orNaN(Feature.RETURN_15M) / deviation),
            (1 - trend) * pull,
            pull,
            Math.tanh(orZero(features.orNaN(Feature.VAPI_FA_15M)) / 2),
            Math.tanh(orZero(features.orNaN(Feature.ORDER_FLOW_IMBALANCE_5M)) / 5)
        };
    }

    /** Returns the inputs of size; 0 where one is missing. */
    public double[] size(
            FeatureVector features, Forecaster forecaster, double volatility, double leaving) {
        double expected = features.orNaN(Feature.REALIZED_VOL_60M);
        expected = Double.isNaN(expected) ? features.orNaN(Feature.REALIZED_VOL_30M) : expected;
        double now = ratio(volatility / expected);
        double trend = trend(forecaster);
        double lean = trades > 0 ? Math.tanh(signed / trades / PLAIN_LEAN) : 0;
        return new double[] {
            1,
            now,
            now * now,
            ratio(features.orNaN(Feature.ATM_IV_30D) / expected),
            trend * Math.abs(lean),
            1 - trend,
            leaving
        };
    }

    private static double trend(Forecaster forecaster) {
        return forecaster.probability(MarketCondition.LOW_VOL_TRENDING.ordinal())
                + forecaster.probability(MarketCondition.MEDIUM_VOL_TRENDING.ordinal())
                + forecaster.probability(MarketCondition.HIGH_VOL_TRENDING.ordinal());
    }

    private static double ratio(double value) {
        double log = Math.log(value);
        return Double.isFinite(log) ? Math.max(-LARGEST_RATIO, Math.min(LARGEST_RATIO, log)) : 0;
    }

    private static double bounded(double value) {
        return Double.isFinite(value) ? Math.max(-LARGEST, Math.min(LARGEST, value)) : 0;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        walk.writeTo(out);
        out.writeDouble(signed);
        out.writeDouble(trades);
        out.writeDouble(logMid);
        out.writeDouble(anchor);
        out.writeDouble(walked);
        out.writeInt(seconds);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "direction-watch");
        walk.readFrom(in);
        signed = in.readDouble();
        trades = in.readDouble();
        logMid = in.readDouble();
        anchor = in.readDouble();
        walked = in.readDouble();
        seconds = in.readInt();
    }
}
