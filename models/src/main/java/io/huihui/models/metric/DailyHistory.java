package io.huihui.models.metric;

import io.huihui.models.event.Bar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Daily bars and daily implied volatility of up to 252 sessions, from daily bars of the feed or
 * from the sessions seen here. A session becomes history when the next one begins.
 *
 * <p>References: D. Yang, Q. Zhang, "Drift-independent volatility estimation", Journal of Business,
 * 2000, eq. 7; F. Corsi, "A simple approximate long-memory model of realized volatility", Journal
 * of Financial Econometrics, 2009, eq. 8.
 */
public final class DailyHistory implements BinaryState {

    private static final int VERSION = 1;

    /** A trading year. */
    static final int SESSIONS = 252;

    /** The long term of the close-to-close volatilities. */
    private static final int LONG = 60;

    private static final int SHORT = 20;
    private static final int WILDER_SEED = 14;

    /** Fewer daily volatilities give neither a rank nor a percentile. */
    private static final int FEWEST_VOLATILITIES = 20;

    private final double[] opens = new double[SESSIONS];
    private final double[] highs = new double[SESSIONS];
    private final double[] lows = new double[SESSIONS];
    private final double[] closes = new double[SESSIONS];
    private final double[] impliedVols = new double[SESSIONS];
    private int days;
    private int vols;
    private long lastDate = Long.MIN_VALUE;
    private double trueRange = Double.NaN;
    private double volatility20 = Double.NaN;
    private double volatility60 = Double.NaN;
    private double yangZhang = Double.NaN;
    private double forecast = Double.NaN;

    /** Takes a daily bar of the feed. */
    void onDailyBar(long date, Bar bar) {
        add(date, bar.open(), bar.high(), bar.low(), bar.close());
    }

    /** Takes a session of our own, unless the feed gave its bar already. */
    void endSession(long date, double open, double high, double low, double close) {
        if (Double.isFinite(close) && Double.isFinite(open)) {
            add(date, open, high, low, close);
        }
    }

    /** Takes the at-the-money implied volatility with which a session ended. */
    void endSessionVol(double impliedVol) {
        if (Double.isFinite(impliedVol)) {
            vols = push(impliedVols, vols, impliedVol);
        }
    }

    /** Returns the forecast of the next session's volatility, annual; NaN when not known. */
    double forecast() {
        return forecast;
    }

    /**
     * @param impliedVol at-the-money of 30 days, annual; NaN when not known
     * @param mid currency per share; NaN when not known
     */
    void publish(double impliedVol, double mid, FeatureVector.Builder out) {
        out.setOrMissing(
                Feature.STRETCH_FROM_MEAN_20D, (mid - mean20()) / trueRange, Quality.WARMUP);
        out.setOrMissing(Feature.REALIZED_VOL_20D, volatility20, Quality.WARMUP);
        out.setOrMissing(Feature.REALIZED_VOL_60D, volatility60, Quality.WARMUP);
        out.setOrMissing(Feature.YANG_ZHANG_VOL_20D, yangZhang, Quality.WARMUP);
        out.setOrMissing(Feature.AVERAGE_TRUE_RANGE_14D, trueRange, Quality.WARMUP);
        out.setOrMissing(Feature.HAR_VOL_FORECAST, forecast, Quality.WARMUP);
        if (!Double.isFinite(impliedVol)) {
            return;
        }
        double percentile = percentile(impliedVol);
        if (vols < FEWEST_VOLATILITIES) {
            out.missing(Feature.IV_RANK_252D, Quality.WARMUP);
            out.missing(Feature.IV_PERCENTILE_252D, Quality.WARMUP);
            return;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vols; i++) {
            low = Math.min(low, impliedVols[i]);
            high = Math.max(high, impliedVols[i]);
        }
        double rank = (impliedVol - low) / (high - low);
        out.setOrMissing(Feature.IV_RANK_252D, Math.max(0, Math.min(1, rank)), Quality.DEGENERATE);
        out.set(Feature.IV_PERCENTILE_252D, percentile);
    }

    /** Returns the share of daily closes of volatility below this one; NaN with too few. */
    double percentile(double impliedVol) {
        if (vols < FEWEST_VOLATILITIES || !Double.isFinite(impliedVol)) {
            return Double.NaN;
        }
        int below = 0;
        for (int i = 0; i < vols; i++) {
            below += impliedVols[i] < impliedVol ? 1 : 0;
        }
        return (double) below / vols;
    }

    /** Returns the mean of the last 20 closes; NaN with fewer. */
    private double mean20() {
        double sum = 0;
        for (int i = 1; i <= SHORT; i++) {
            sum += days < SHORT ? Double.NaN : closes[days - i];
        }
        return sum / SHORT;
    }

    private void add(long date, double open, double high, double low, double close) {
        if (date <= lastDate) {
            return;
        }
        lastDate = date;
        if (days > 0) {
            double before = closes[days - 1];
            double range = Math.max(high, before) - Math.min(low, before);
            trueRange =
                    Double.isNaN(trueRange) ? range : trueRange + (range - trueRange) / WILDER_SEED;
        }
        push(opens, days, open);
        push(highs, days, high);
        push(lows, days, low);
        days = push(closes, days, close);
        volatility20 = DailyVolatility.closeToClose(closes, days, SHORT);
        volatility60 = DailyVolatility.closeToClose(closes, days, LONG);
        yangZhang = DailyVolatility.yangZhang(opens, highs, lows, closes, days, SHORT);
        forecast = DailyVolatility.harForecast(opens, highs, lows, closes, days);
    }

    /** Appends; when full, the oldest leaves. Happens once a day. Returns the new count. */
    private static int push(double[] values, int count, double value) {
        if (count == values.length) {
            System.arraycopy(values, 1, values, 0, count - 1);
            values[count - 1] = value;
            return count;
        }
        values[count] = value;
        return count + 1;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, opens, days);
        StateArrays.write(out, highs, days);
        StateArrays.write(out, lows, days);
        StateArrays.write(out, closes, days);
        StateArrays.write(out, impliedVols, vols);
        out.writeLong(lastDate);
        out.writeDouble(trueRange);
        out.writeDouble(volatility20);
        out.writeDouble(volatility60);
        out.writeDouble(yangZhang);
        out.writeDouble(forecast);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "daily-history");
        readPrefix(in, opens);
        readPrefix(in, highs);
        readPrefix(in, lows);
        days = readPrefix(in, closes);
        vols = readPrefix(in, impliedVols);
        lastDate = in.readLong();
        trueRange = in.readDouble();
        volatility20 = in.readDouble();
        volatility60 = in.readDouble();
        yangZhang = in.readDouble();
        forecast = in.readDouble();
    }

    private static int readPrefix(DataInput in, double[] values) throws IOException {
        double[] read = StateArrays.readDoubles(in);
        System.arraycopy(read, 0, values, 0, read.length);
        return read.length;
    }
}
