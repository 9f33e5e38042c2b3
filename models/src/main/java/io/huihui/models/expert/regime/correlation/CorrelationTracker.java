package io.huihui.models.expert.regime.correlation;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exponentially weighted correlations of symbols that tick at different times. A joint return is
 * taken once every symbol has ticked since the last one (refresh time), so that no return is
 * counted before its price was seen; a sum of outer products, it stays positive semidefinite, and
 * so does the mean with the identity that holds it off its noise.
 *
 * <p>References: O. Barndorff-Nielsen, P. Hansen, A. Lunde, N. Shephard, "Multivariate realised
 * kernels", Journal of Econometrics, 2011, section 2.2 (refresh time); O. Ledoit, M. Wolf, "A
 * well-conditioned estimator for large-dimensional covariance matrices", Journal of Multivariate
 * Analysis, 2004 (shrinkage).
 */
public final class CorrelationTracker implements BinaryState {

    private static final int VERSION = 1;

    /** Half-lives that are told apart from noise and from the past. */
    private static final double SHORTEST_MINUTES = 30;

    private static final double LONGEST_MINUTES = 240;

    /** The last minutes, beside the half-life asked for: what stress is seen in. */
    private static final double FAST_MINUTES = 5;

    /** A symbol silent for so long is not waited for; it then counts as unmoved. */
    private static final long PATIENCE_MILLIS = 60_000;

    /** Joint returns are at least this far apart: nearer ones are mostly the bid and the ask. */
    private static final long LEAST_STEP_MILLIS = 5_000;

    /**
     * Joint returns, after fading, below which there is no correlation to speak of: of one alone it
     * is always 1 or -1, of 30 its deviation is about .18 where there is none.
     */
    static final double LEAST_JOINT_RETURNS = 30;

    /** Joint returns before which there is no stress to speak of. */
    private static final double LEAST_SAMPLES = 120;

    /** The identity weighs as much as this many joint returns per symbol. */
    private static final double SHRINKAGE_SAMPLES = 0.5;

    private final List<String> symbols;
    private final double halfLifeMinutes;
    private final double[] price;
    private final double[] last;
    private final boolean[] ticked;
    private final double[][] slow;
    private final double[][] fast;
    private double slowWeight;
    private double fastWeight;
    private long sampledMillis = Long.MIN_VALUE;

    /**
     * @param symbols at least two, fixed for the life of the tracker
     */
    public CorrelationTracker(List<String> symbols, double halfLifeMinutes) {
        Require.that(symbols.size() > 1, "at least two symbols", () -> symbols.toString());
        this.symbols = List.copyOf(symbols);
        this.halfLifeMinutes =
                Require.within(
                        "halfLifeMinutes", halfLifeMinutes, SHORTEST_MINUTES, LONGEST_MINUTES);
        int size = symbols.size();
        price = new double[size];
        last = new double[size];
        ticked = new boolean[size];
        slow = new double[size][size];
        fast = new double[size][size];
        Arrays.fill(price, Double.NaN);
        Arrays.fill(last, Double.NaN);
    }

    /**
     * Takes the price of a symbol; returns whether it completed a joint return. Times do not fall.
     */
    public boolean observe(int symbol, long timeMillis, double mid) {
        tick(symbol, mid);
        return sampleIfDue(timeMillis);
    }

    /**
     * Takes the prices of symbols that ticked at one time, NaN for the others; returns whether they
     * completed a joint return. Times do not fall.
     */
    public boolean observe(long timeMillis, double[] mids) {
        for (int symbol = 0; symbol < mids.length; symbol++) {
            if (!Double.isNaN(mids[symbol])) {
                tick(symbol, mids[symbol]);
            }
        }
        return sampleIfDue(timeMillis);
    }

    private void tick(int symbol, double mid) {
        price[symbol] = Math.log(Require.positive("mid", mid));
        ticked[symbol] = true;
    }

    private boolean sampleIfDue(long timeMillis) {
        boolean first = sampledMillis == Long.MIN_VALUE;
        boolean all = true;
        boolean known = true;
        for (int i = 0; i < ticked.length; i++) {
            all &= ticked[i];
            known &= !Double.isNaN(price[i]);
        }
        long since = first ? Long.MAX_VALUE : timeMillis - sampledMillis;
        if (!known || since < LEAST_STEP_MILLIS || (!all && since < PATIENCE_MILLIS)) {
            return false;
        }
        if (!first) {
            sample(since / 60_000.0);
        }
        System.arraycopy(price, 0, last, 0, price.length);
        Arrays.fill(ticked, false);
        sampledMillis = timeMillis;
        return !first;
    }

    private void sample(double minutes) {
        double slowKept = Math.pow(0.5, minutes / halfLifeMinutes);
        double fastKept = Math.pow(0.5, minutes / FAST_MINUTES);
        for (int i = 0; i < price.length; i++) {
            for (int j = 0; j <= i; j++) {
                double product = (price[i] - last[i]) * (price[j] - last[j]);
                slow[i][j] = slowKept * slow[i][j] + product;
                fast[i][j] = fastKept * fast[i][j] + product;
            }
        }
        slowWeight = slowKept * slowWeight + 1;
        fastWeight = fastKept * fastWeight + 1;
    }

    /**
     * Returns the matrix of the symbols that have moved; null below 30 joint returns or two
     * symbols. One that is halted has no correlation, and keeps the others' from nobody.
     */
    public CorrelationMatrix matrix(long nowMillis) {
        int[] moving = IntStream.range(0, price.length).filter(i -> slow[i][i] > 0).toArray();
        if (slowWeight < LEAST_JOINT_RETURNS || moving.length < 2) {
            return null;
        }
        List<String> names = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        double kept = slowWeight / (slowWeight + SHRINKAGE_SAMPLES * moving.length);
        for (int i = 0; i < moving.length; i++) {
            names.add(symbols.get(moving[i]));
            for (int j = 0; j < i; j++) {
                lower.add(kept * correlation(slow, moving[i], moving[j]));
            }
        }
        return new CorrelationMatrix(
                nowMillis, names, lower, halfLifeMinutes, slowWeight, stress());
    }

    /**
     * Returns how far the correlations of one symbol with the others have left the usual ones in
     * the last minutes, in deviations of that mean; NaN before enough was seen of it.
     */
    public double departure(int symbol) {
        if (slowWeight < LEAST_SAMPLES || !moves(symbol)) {
            return Double.NaN;
        }
        double difference = 0;
        double variance = 0;
        for (int other = 0; other < price.length; other++) {
            if (other != symbol && moves(other)) {
                double usual = correlation(slow, symbol, other);
                difference += fisher(correlation(fast, symbol, other)) - fisher(usual);
                variance++;
            }
        }
        // By Fisher's transform each has variance 1 / n; they move together, so the mean has too.
        return difference / variance * Math.sqrt(fastSamples());
    }

    /** Joint returns that the fast weights amount to: (sum w)^2 / sum w^2 = twice the sum here. */
    private double fastSamples() {
        return Math.max(1, 2 * fastWeight - 3);
    }

    /** The largest departure either way; null before one is known. */
    private Double stress() {
        Double largest = null;
        for (int symbol = 0; symbol < price.length; symbol++) {
            double departure = departure(symbol);
            boolean further = largest == null || Math.abs(departure) > Math.abs(largest);
            largest = further && !Double.isNaN(departure) ? (Double) departure : largest;
        }
        return largest;
    }

    private boolean moves(int symbol) {
        return fast[symbol][symbol] > 0 && slow[symbol][symbol] > 0;
    }

    private static double correlation(double[][] sums, int i, int j) {
        int high = Math.max(i, j);
        int low = Math.min(i, j);
        double value = sums[high][low] / Math.sqrt(sums[i][i] * sums[j][j]);
        return Math.max(-1, Math.min(1, value));
    }

    private static double fisher(double correlation) {
        double bounded = Math.max(-0.999, Math.min(0.999, correlation));
        return 0.5 * Math.log((1 + bounded) / (1 - bounded));
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (int i = 0; i < price.length; i++) {
            out.writeDouble(price[i]);
            out.writeDouble(last[i]);
            out.writeBoolean(ticked[i]);
            for (int j = 0; j <= i; j++) {
                out.writeDouble(slow[i][j]);
                out.writeDouble(fast[i][j]);
            }
        }
        out.writeDouble(slowWeight);
        out.writeDouble(fastWeight);
        out.writeLong(sampledMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "correlation-tracker");
        for (int i = 0; i < price.length; i++) {
            price[i] = in.readDouble();
            last[i] = in.readDouble();
            ticked[i] = in.readBoolean();
            for (int j = 0; j <= i; j++) {
                slow[i][j] = in.readDouble();
                fast[i][j] = in.readDouble();
            }
        }
        slowWeight = in.readDouble();
        fastWeight = in.readDouble();
        sampledMillis = in.readLong();
    }
}
