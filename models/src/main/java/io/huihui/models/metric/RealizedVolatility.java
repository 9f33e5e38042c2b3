package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Realised and bipower volatility from one-minute log returns of the mid at whole minutes.
 *
 * <p>Reference: O. Barndorff-Nielsen, N. Shephard, "Power and bipower variation with stochastic
 * volatility and jumps", Journal of Financial Econometrics, 2004, eq. 6.
 */
public final class RealizedVolatility implements BinaryState {

    private static final int VERSION = 1;

    /** Minutes of a trading year: 252 sessions of 390 minutes. */
    static final double MINUTES_PER_YEAR = 252.0 * 390;

    /** Inverse square of the mean of |Z|, Z standard normal: pi / 2. */
    private static final double BIPOWER_FACTOR = Math.PI / 2;

    /** Fewer returns than this share of a window give no volatility. */
    private static final double LEAST_COVERAGE = 0.5;

    private static final int RING = 60;
    private static final int LEAST_RETURNS = 3;
    private static final long NEVER = Long.MIN_VALUE;

    private static final Feature[] VOLATILITIES = {
        Feature.REALIZED_VOL_5M,
        Feature.REALIZED_VOL_15M,
        Feature.REALIZED_VOL_30M,
        Feature.REALIZED_VOL_60M
    };

    private final RobustWindow thirtyMinutes = new RobustWindow();
    private final SeasonalWindow thirtyMinutesSeasonal = new SeasonalWindow();
    private final double[] returns = new double[RING];
    private final double[] volatilities = new double[Window.ALL.length];
    private final int[] counts = new int[Window.ALL.length];
    private double bipower = Double.NaN;
    private double lastMid = Double.NaN;
    private long lastMinute = NEVER;

    public RealizedVolatility() {
        Arrays.fill(returns, Double.NaN);
        Arrays.fill(volatilities, Double.NaN);
    }

    /** Ends a second: at a whole minute the return of that minute is taken. */
    void close(Moment now, double mid) {
        if (!now.isWholeMinute() || !Double.isFinite(mid)) {
            return;
        }
        long minute = now.endMillis() / Moment.MINUTE_MILLIS;
        if (lastMinute == NEVER || minute - lastMinute > RING) {
            Arrays.fill(returns, Double.NaN);
        } else {
            for (long gap = lastMinute + 1; gap < minute; gap++) {
                returns[place(gap)] = Double.NaN;
            }
        }
        // A return over a gap is not a one-minute return.
        returns[place(minute)] = minute - lastMinute == 1 ? Math.log(mid / lastMid) : Double.NaN;
        lastMid = mid;
        lastMinute = minute;
        summarize();
    }

    /** Returns the annual volatility over a window, NaN while too few minutes are there. */
    double volatility(Window window) {
        return volatilities[window.ordinal()];
    }

    void publish(Moment now, double hourReturn, FeatureVector.Builder out) {
        if (lastMinute != NEVER && now.endMillis() / Moment.MINUTE_MILLIS - lastMinute >= RING) {
            Arrays.fill(volatilities, Double.NaN);
            bipower = Double.NaN;
        }
        for (Window window : Window.ALL) {
            double volatility = volatilities[window.ordinal()];
            if (Double.isNaN(volatility)) {
                out.missing(VOLATILITIES[window.ordinal()], Quality.WARMUP);
            } else {
                boolean whole = counts[window.ordinal()] == window.minutes();
                out.set(
                        VOLATILITIES[window.ordinal()],
                        volatility,
                        whole ? Quality.OK : Quality.PARTIAL);
            }
        }
        double hour = volatility(Window.MINUTES_60);
        out.setOrMissing(Feature.BIPOWER_VOL_60M, bipower, Quality.WARMUP);
        out.setOrMissing(
                Feature.JUMP_VOL_60M,
                Math.sqrt(Math.max(hour * hour - bipower * bipower, 0)),
                Quality.WARMUP);
        double expected = hour * Math.sqrt(Window.MINUTES_60.minutes() / MINUTES_PER_YEAR);
        out.setOrMissing(
                Feature.TREND_60M,
                expected > 0 ? hourReturn / expected : Double.NaN,
                expected == 0 ? Quality.DEGENERATE : Quality.WARMUP);
        double half = volatility(Window.MINUTES_30);
        thirtyMinutes.publish(now, half, Feature.REALIZED_VOL_30M_Z, out);
        thirtyMinutesSeasonal.publish(now, half, Feature.REALIZED_VOL_30M_SEASONAL_Z, out);
    }

    private void summarize() {
        for (Window window : Window.ALL) {
            double squares = 0;
            int count = 0;
            for (long minute = lastMinute - window.minutes() + 1; minute <= lastMinute; minute++) {
                double value = returns[place(minute)];
                if (!Double.isNaN(value)) {
                    squares += value * value;
                    count++;
                }
            }
            counts[window.ordinal()] = count;
            volatilities[window.ordinal()] =
                    isEnough(count, window.minutes())
                            ? Math.sqrt(MINUTES_PER_YEAR * squares / count)
                            : Double.NaN;
        }
        bipower = bipower();
    }

    private double bipower() {
        double products = 0;
        int count = 0;
        for (long minute = lastMinute - RING + 2; minute <= lastMinute; minute++) {
            double product = Math.abs(returns[place(minute)] * returns[place(minute - 1)]);
            if (!Double.isNaN(product)) {
                products += product;
                count++;
            }
        }
        return isEnough(count, RING - 1)
                ? Math.sqrt(MINUTES_PER_YEAR * BIPOWER_FACTOR * products / count)
                : Double.NaN;
    }

    private static boolean isEnough(int count, int whole) {
        return count >= LEAST_RETURNS && count >= LEAST_COVERAGE * whole;
    }

    private static int place(long minute) {
        return (int) Math.floorMod(minute, (long) RING);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, returns, RING);
        out.writeDouble(lastMid);
        out.writeLong(lastMinute);
        thirtyMinutes.writeTo(out);
        thirtyMinutesSeasonal.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "realized-volatility");
        StateArrays.readInto(in, returns);
        lastMid = in.readDouble();
        lastMinute = in.readLong();
        thirtyMinutes.readFrom(in);
        thirtyMinutesSeasonal.readFrom(in);
        if (lastMinute != NEVER) {
            summarize();
        }
    }
}
