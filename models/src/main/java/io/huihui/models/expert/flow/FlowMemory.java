package io.huihui.models.expert.flow;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

import static io.huihui.models.feature.Feature.*;

/**
 * What the flow expert remembers of the seconds before: sums that fade, and the price of each
 * second. From them and the present snapshot come the {@link FlowInput inputs} of its models.
 */
public final class FlowMemory implements BinaryState {

    private static final int VERSION = 1;

    /** Faded sums, each with the memories it is kept for. */
    private enum Sum {
        SMALL,
        LARGE,
        OPTION_COUNT,
        SIDES,
        PRINTS,
        ORDER_FLOW,
        ORDER_FLOW_SIZE,
        DEPTH,
        SHARES,
        SHARES_SIZE,
        HIDDEN
    }

    /** Mean ages of the memories, seconds. */
    private static final double[] AGES = {10, 30, 60, 120, 180, 600, 900};

    private static final int S10 = 0;
    private static final int S30 = 1;
    private static final int M1 = 2;
    private static final int M2 = 3;
    private static final int M3 = 4;
    private static final int M10 = 5;
    private static final int M15 = 6;
    private static final double[] FADES = fades();
    private static final int SUMS = Sum.values().length;

    /** Prices of this many seconds are kept. */
    private static final int PRICES = 64;

    /** Half a session without a snapshot empties the memory: the next session is another. */
    private static final long LONGEST_GAP_MILLIS = 3 * 3_600_000L;

    private static final long SECOND_MILLIS = 1_000;
    private static final double SECONDS_PER_YEAR = 252.0 * 390 * 60;

    /** Counts added below a ratio, so that a handful of trades says little. */
    private static final double FEW_PER_SECOND = 0.05;

    /** Scores and returns are cut softly at about three deviations. */
    private static final double SOFT = 3;

    /** Dealers' gamma per percent that equals this share of a day's notional counts as one. */
    private static final double GAMMA_SHARE = 0.03;

    private final double[] sums = new double[SUMS * AGES.length];
    private final double[] prices = new double[PRICES];
    private long lastMillis = Long.MIN_VALUE;

    public FlowMemory() {
        Arrays.fill(prices, Double.NaN);
    }

    /** Takes the next second. */
    public void take(FeatureSnapshot snapshot) {
        long millis = snapshot.id().secondEndMillis();
        if (lastMillis == Long.MIN_VALUE || millis - lastMillis > LONGEST_GAP_MILLIS) {
            Arrays.fill(sums, 0);
            Arrays.fill(prices, Double.NaN);
            lastMillis = millis - SECOND_MILLIS;
        }
        if (millis <= lastMillis) {
            return;
        }
        long seconds = (millis - lastMillis) / SECOND_MILLIS;
        FeatureVector now = snapshot.features();
        add(Sum.SMALL, seconds, now.orNaN(BULLISH_SMALL_TRADES_1S));
        add(Sum.LARGE, seconds, now.orNaN(BULLISH_LARGE_TRADES_1S));
        add(Sum.OPTION_COUNT, seconds, now.orNaN(OPTION_TRADE_COUNT_1S));
        add(Sum.SIDES, seconds, now.orNaN(SIGNED_TRADE_COUNT_1S));
        add(Sum.PRINTS, seconds, now.orNaN(TRADE_COUNT_1S));
        double orderFlow = now.orNaN(ORDER_FLOW_IMBALANCE_1S);
        add(Sum.ORDER_FLOW, seconds, orderFlow);
        add(Sum.ORDER_FLOW_SIZE, seconds, Math.abs(orderFlow));
        add(Sum.DEPTH, seconds, now.orNaN(DEPTH_PRESSURE));
        double shares = now.orNaN(LIT_SIGNED_SHARES_1S);
        add(Sum.SHARES, seconds, shares);
        add(Sum.SHARES_SIZE, seconds, Math.abs(shares));
        add(Sum.HIDDEN, seconds, hidden(now));
        double mid = now.orNaN(MID);
        for (long second = 1; second <= Math.min(seconds, PRICES); second++) {
            prices[place(lastMillis + second * SECOND_MILLIS)] = Double.NaN;
        }
        prices[place(millis)] = mid;
        lastMillis = millis;
    }

    private void add(Sum sum, long seconds, double value) {
        double add = Double.isNaN(value) ? 0 : value;
        for (int age = 0; age < AGES.length; age++) {
            int at = sum.ordinal() * AGES.length + age;
            double kept = seconds == 1 ? FADES[age] : Math.pow(FADES[age], (double) seconds);
            // Weights sum to 1, so a sum is a mean per second.
            sums[at] = kept * sums[at] + (1 - FADES[age]) * add;
        }
    }

    private static double hidden(FeatureVector now) {
        return now.orNaN(HIDDEN_BUYER_PROBABILITY) - now.orNaN(HIDDEN_SELLER_PROBABILITY);
    }

    private double mean(Sum sum, int age) {
        return sums[sum.ordinal() * AGES.length + age];
    }

    private double ratio(Sum part, Sum whole, int age, double few) {
        return mean(part, age) / (mean(whole, age) + few);
    }

    /** Returns the inputs in the order of {@link FlowInput}; what is missing is 0, its middle. */
    public double[] inputs(FeatureVector now) {
        double[] in = new double[FlowInput.values().length];
        options(in);
        shares(in);
        double deviation = secondDeviation(now);
        returns(now, deviation, in);
        set(in, FlowInput.DWFD_5M, soft(now.orNaN(DWFD_5M)));
        set(in, FlowInput.DWFD_15M, soft(now.orNaN(DWFD_15M)));
        set(in, FlowInput.VAPI_FA_5M, soft(now.orNaN(VAPI_FA_5M)));
        set(in, FlowInput.TW_LAF_5M, soft(now.orNaN(TW_LAF_5M)));
        hiddenSide(now, in);
        context(now, deviation, in);
        for (int i = 0; i < in.length; i++) {
            in[i] = Double.isFinite(in[i]) ? in[i] : 0;
        }
        return in;
    }

    /** Returns the deviation of the log return of one second to be expected; NaN when unknown. */
    static double secondDeviation(FeatureVector now) {
        return volatility(now) / Math.sqrt(SECONDS_PER_YEAR);
    }

    /** Returns the realised volatility of the longest window there is, annual; NaN when unknown. */
    static double volatility(FeatureVector now) {
        double annual = now.orNaN(REALIZED_VOL_60M);
        return Double.isNaN(annual) ? now.orNaN(REALIZED_VOL_30M) : annual;
    }

    private void options(double[] in) {
        double few = FEW_PER_SECOND;
        set(in, FlowInput.SMALL_TRADES_1M, ratio(Sum.SMALL, Sum.OPTION_COUNT, M1, few));
        set(in, FlowInput.SMALL_TRADES_3M, ratio(Sum.SMALL, Sum.OPTION_COUNT, M3, few));
        set(in, FlowInput.SMALL_TRADES_10M, ratio(Sum.SMALL, Sum.OPTION_COUNT, M10, few));
        set(in, FlowInput.LARGE_TRADES_1M, ratio(Sum.LARGE, Sum.OPTION_COUNT, M1, few));
        set(in, FlowInput.LARGE_TRADES_3M, ratio(Sum.LARGE, Sum.OPTION_COUNT, M3, few));
        set(in, FlowInput.LARGE_TRADES_10M, ratio(Sum.LARGE, Sum.OPTION_COUNT, M10, few));
    }

    private void shares(double[] in) {
        double few = FEW_PER_SECOND;
        set(in, FlowInput.SHARE_TRADES_1M, ratio(Sum.SIDES, Sum.PRINTS, M1, few));
        set(in, FlowInput.SHARE_TRADES_3M, ratio(Sum.SIDES, Sum.PRINTS, M3, few));
        set(in, FlowInput.SHARE_TRADES_10M, ratio(Sum.SIDES, Sum.PRINTS, M10, few));
        double flow = mean(Sum.ORDER_FLOW_SIZE, M15);
        set(in, FlowInput.ORDER_FLOW_10S, mean(Sum.ORDER_FLOW, S10) / flow);
        set(in, FlowInput.ORDER_FLOW_1M, mean(Sum.ORDER_FLOW, M1) / flow);
        set(in, FlowInput.ORDER_FLOW_3M, mean(Sum.ORDER_FLOW, M3) / flow);
        set(in, FlowInput.DEPTH_30S, mean(Sum.DEPTH, S30));
        set(in, FlowInput.DEPTH_3M, mean(Sum.DEPTH, M3));
        set(in, FlowInput.DEPTH_10M, mean(Sum.DEPTH, M10));
        double volume = mean(Sum.SHARES_SIZE, M15);
        set(in, FlowInput.SIGNED_SHARES_10S, mean(Sum.SHARES, S10) / volume);
        set(in, FlowInput.SIGNED_SHARES_30S, mean(Sum.SHARES, S30) / volume);
        set(in, FlowInput.SIGNED_SHARES_2M, mean(Sum.SHARES, M2) / volume);
        set(in, FlowInput.SIGNED_SHARES_10M, mean(Sum.SHARES, M10) / volume);
        set(in, FlowInput.ROOT_SHARES_30S, root(mean(Sum.SHARES, S30) / volume));
        set(in, FlowInput.ROOT_SHARES_2M, root(mean(Sum.SHARES, M2) / volume));
        set(in, FlowInput.TOXICITY, Math.abs(mean(Sum.SHARES, S30)) / volume);
    }

    private void returns(FeatureVector now, double deviation, double[] in) {
        double minute = logReturn(60) / (deviation * Math.sqrt(60));
        set(in, FlowInput.RETURN_10S, soft(logReturn(10) / (deviation * Math.sqrt(10))));
        set(in, FlowInput.RETURN_1M, soft(minute));
        set(in, FlowInput.RETURN_5M, soft(now.orNaN(RETURN_5M) / (deviation * Math.sqrt(300))));
        set(in, FlowInput.RETURN_15M, soft(now.orNaN(RETURN_15M) / (deviation * Math.sqrt(900))));
        set(in, FlowInput.RETURN_60M, soft(now.orNaN(RETURN_60M) / (deviation * Math.sqrt(3600))));
        double dayNotional =
                now.orNaN(DAY_VOLUME) / Math.max(0.02, now.orNaN(SESSION_ELAPSED)) * now.orNaN(MID);
        double gamma = Math.tanh(now.orNaN(GIB_INVENTORY) / (GAMMA_SHARE * dayNotional));
        set(in, FlowInput.GAMMA, gamma);
        set(in, FlowInput.GAMMA_RETURN_1M, gamma * soft(minute));
    }

    private void hiddenSide(FeatureVector now, double[] in) {
        double side = hidden(now);
        double before = mean(Sum.HIDDEN, M15);
        double any =
                Math.min(
                        1,
                        now.orNaN(HIDDEN_BUYER_PROBABILITY) + now.orNaN(HIDDEN_SELLER_PROBABILITY));
        set(in, FlowInput.HIDDEN_SIDE, side);
        set(in, FlowInput.HIDDEN_MEAN, before);
        set(in, FlowInput.HIDDEN_GONE, before * (1 - any));
        set(in, FlowInput.HIDDEN, any);
    }

    private void context(FeatureVector now, double deviation, double[] in) {
        double hour = now.orNaN(REALIZED_VOL_60M);
        set(in, FlowInput.VOLATILITY_5M, logRatio(now.orNaN(REALIZED_VOL_5M), hour));
        set(in, FlowInput.VOLATILITY_30M, logRatio(now.orNaN(REALIZED_VOL_30M), hour));
        set(in, FlowInput.IMPLIED_VOLATILITY, logRatio(now.orNaN(ATM_IV_7D), hour));
        set(in, FlowInput.ACTIVITY_1M, logRatio(mean(Sum.PRINTS, M1), mean(Sum.PRINTS, M10)));
        set(
                in,
                FlowInput.OPTION_ACTIVITY_1M,
                logRatio(mean(Sum.OPTION_COUNT, M1), mean(Sum.OPTION_COUNT, M10)));
        double elapsed = now.orNaN(SESSION_ELAPSED);
        set(in, FlowInput.ELAPSED, elapsed);
        set(in, FlowInput.ELAPSED_SQUARED, elapsed * elapsed);
        set(in, FlowInput.SPREAD, soft(now.orNaN(RELATIVE_SPREAD) / (deviation * Math.sqrt(60))));
    }

    /** Returns the log return of the last seconds; NaN when one of the two prices is missing. */
    private double logReturn(int seconds) {
        double before = prices[place(lastMillis - seconds * SECOND_MILLIS)];
        return Math.log(prices[place(lastMillis)] / before);
    }

    private static void set(double[] in, FlowInput input, double value) {
        in[input.ordinal()] = value;
    }

    private static double soft(double z) {
        return Math.tanh(z / SOFT);
    }

    private static double root(double x) {
        return Math.signum(x) * Math.sqrt(Math.abs(x));
    }

    private static double logRatio(double part, double whole) {
        return part > 0 && whole > 0 ? Math.max(-2, Math.min(2, Math.log(part / whole))) : 0;
    }

    private static int place(long millis) {
        return (int) Math.floorMod(millis / SECOND_MILLIS, (long) PRICES);
    }

    private static double[] fades() {
        double[] fades = new double[AGES.length];
        for (int age = 0; age < fades.length; age++) {
            fades[age] = Math.exp(-1 / AGES[age]);
        }
        return fades;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(lastMillis);
        for (double sum : sums) {
            out.writeDouble(sum);
        }
        for (double price : prices) {
            out.writeDouble(price);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "flow-memory");
        lastMillis = in.readLong();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.readDouble();
        }
        for (int i = 0; i < prices.length; i++) {
            prices[i] = in.readDouble();
        }
    }
}
