package io.huihui.models.strategy;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many templates were measured on a symbol, and how their Sharpe ratios spread. The count only
 * grows: a try that failed is a try.
 *
 * <p>Ratios are taken before costs, since those of templates that lose more than others to costs
 * differ by that and not by luck; and in their own standard errors, since few trades spread ratios
 * more than many do. They spread as their middle half does: a few templates that are worth
 * something must not make luck look wide.
 */
final class TrialLog implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Ratios that are kept, the newest. */
    static final int MOST_KEPT = 1_024;

    /**
     * Trials that a ratio is held against however few were measured: whoever looks at a batch has
     * tried all of it, also what traded too seldom.
     */
    private static final int LEAST_TRIALS = StrategyComposer.BATCH;

    /** Ratios from which their middle half says something. */
    private static final int LEAST = 16;

    /** The middle half of a normal distribution is so many deviations wide. */
    private static final double MIDDLE_HALF = 1.349;

    private final Deque<Double> errors = new ArrayDeque<>();
    private long count;

    /** Takes the returns of a template before costs. */
    void add(ReturnMoments gross) {
        count++;
        errors.add(gross.sharpe() * Math.sqrt(gross.count() - 1.0));
        if (errors.size() > MOST_KEPT) {
            errors.remove();
        }
    }

    long count() {
        return count;
    }

    /**
     * Returns the probability that returns are worth more than the best of all trials by luck. The
     * ratios of worthless templates spread by their standard error at least, which is taken while
     * there are too few trials to say.
     */
    double deflated(ReturnMoments moments) {
        double spread = Math.max(1, spread());
        double variance = spread * spread / (moments.count() - 1.0);
        return DeflatedSharpe.probability(
                moments, DeflatedSharpe.expectedMaximum(variance, Math.max(LEAST_TRIALS, count)));
    }

    private double spread() {
        double[] sorted = errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length < LEAST
                ? 0
                : (sorted[3 * sorted.length / 4] - sorted[sorted.length / 4]) / MIDDLE_HALF;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeLong(count);
        out.writeInt(errors.size());
        for (double each : errors) {
            out.writeDouble(each);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "trial log");
        count = in.readLong();
        errors.clear();
        for (int left = in.readInt(); left > 0; left--) {
            errors.add(in.readDouble());
        }
    }
}
