package io.huihui.models.metric;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Additive measures of option flow, kept per second and summed over the windows. */
final class FlowSums {

    /** What is summed. */
    enum Measure {
        NET_PREMIUM,
        NET_VOLUME,
        DIRECTIONAL,
        DELTA,
        GAMMA,
        VEGA,
        THETA,
        CALL_VOLUME,
        PUT_VOLUME,
        CALL_PREMIUM,
        PUT_PREMIUM,
        TRADES,
        MULTI_LEG,
        /** Contracts signed by direction, weighted by how tight the contract is quoted. */
        LIQUID,
        VEGA_TODAY,
        /** Contracts without greeks at the time. */
        UNPRICED
    }

    static final int MEASURES = Measure.values().length;

    /** Stands for the second that is being filled. */
    static final long PRESENT = Long.MIN_VALUE;

    private final SecondBuckets buckets = new SecondBuckets(MEASURES, Window.lengths());

    /** Directional premium over three horizons: 45, 90 and 180 minutes; 15 is in the others. */
    private final SecondBuckets threefold =
            new SecondBuckets(
                    1,
                    3 * Window.MINUTES_15.seconds(),
                    3 * Window.MINUTES_30.seconds(),
                    3 * Window.MINUTES_60.seconds());

    /**
     * @param second an earlier one to be corrected, or {@link #PRESENT}
     */
    void add(long second, Measure measure, double value) {
        if (second == PRESENT) {
            buckets.add(measure.ordinal(), value);
        } else {
            buckets.correct(second, measure.ordinal(), value);
        }
        if (measure == Measure.DIRECTIONAL) {
            addThreefold(second, value);
        }
    }

    private void addThreefold(long second, double value) {
        if (second == PRESENT) {
            threefold.add(0, value);
        } else {
            threefold.correct(second, 0, value);
        }
    }

    void close(Moment now) {
        buckets.close(now.second());
        threefold.close(now.second());
    }

    double sum(Measure measure, Window window) {
        return buckets.sum(measure.ordinal(), window.ordinal());
    }

    /** Returns directional premium over three times the window. */
    double threefoldDirectional(Window window) {
        return window == Window.MINUTES_5
                ? sum(Measure.DIRECTIONAL, Window.MINUTES_15)
                : threefold.sum(0, window.ordinal() - 1);
    }

    /** Returns the sums over a window by measure. */
    double[] sums(Window window) {
        double[] sums = new double[MEASURES];
        for (int measure = 0; measure < MEASURES; measure++) {
            sums[measure] = buckets.sum(measure, window.ordinal());
        }
        return sums;
    }

    /** Returns them as they were at the end of an earlier second. */
    double[] sumsAsOf(long second, Window window) {
        double[] sums = new double[MEASURES];
        for (int measure = 0; measure < MEASURES; measure++) {
            sums[measure] = buckets.sumAsOf(second, measure, window.ordinal());
        }
        return sums;
    }

    void writeTo(DataOutput out) throws IOException {
        buckets.writeTo(out);
        threefold.writeTo(out);
    }

    void readFrom(DataInput in) throws IOException {
        buckets.readFrom(in);
        threefold.readFrom(in);
    }
}
