package io.huihui.models.metric;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A-SSI: how much the A-MSPI profile keeps its shape. The first profile of each five minutes is
 * compared with those 5, 15 and 30 minutes before by Spearman's rank correlation over common
 * strikes; the mean, cut to 0..1, is smoothed over 15 minutes.
 */
final class ProfileStability implements BinaryState {

    private static final int VERSION = 1;
    private static final long STEP_MILLIS = 300_000L;

    /** Profiles of the last 30 minutes and the present one. */
    private static final int KEPT = 7;

    /** Ages compared with, in steps of five minutes. */
    private static final int[] AGES = {1, 3, 6};

    /** Weight of the newest comparison: 5 minutes of a memory of 15. */
    private static final double SMOOTHING = 1 - Math.exp(-5.0 / 15);

    /** Fewer common strikes give no correlation. */
    private static final int FEWEST_STRIKES = 5;

    private final long[] steps = new long[KEPT];
    private final double[][] strikes = new double[KEPT][];
    private final double[][] profiles = new double[KEPT][];
    private double stability = Double.NaN;

    /** Takes the profile when it is the first of its five minutes. */
    void offer(Moment now, double[] nowStrikes, double[] profile) {
        long step = now.endMillis() / STEP_MILLIS;
        if (steps[place(step)] == step) {
            return;
        }
        double sum = 0;
        int count = 0;
        for (int age : AGES) {
            int at = place(step - age);
            if (strikes[at] != null && steps[at] == step - age) {
                double rho = spearman(strikes[at], profiles[at], nowStrikes, profile);
                if (!Double.isNaN(rho)) {
                    sum += rho;
                    count++;
                }
            }
        }
        int at = place(step);
        steps[at] = step;
        strikes[at] = nowStrikes.clone();
        profiles[at] = profile.clone();
        if (count > 0) {
            double present = Math.max(0, Math.min(1, sum / count));
            stability =
                    Double.isNaN(stability)
                            ? present
                            : stability + SMOOTHING * (present - stability);
        }
    }

    /** Returns the stability, 0..1; NaN before the first comparison. */
    double stability() {
        return stability;
    }

    private static int place(long step) {
        return (int) Math.floorMod(step, (long) KEPT);
    }

    private static double spearman(
            double[] strikesBefore, double[] before, double[] strikesNow, double[] now) {
        double[] one = new double[strikesNow.length];
        double[] other = new double[strikesNow.length];
        int common = 0;
        for (int k = 0; k < strikesNow.length; k++) {
            int match = Arrays.binarySearch(strikesBefore, strikesNow[k]);
            if (match >= 0) {
                one[common] = before[match];
                other[common] = now[k];
                common++;
            }
        }
        if (common < FEWEST_STRIKES) {
            return Double.NaN;
        }
        return correlation(ranks(Arrays.copyOf(one, common)), ranks(Arrays.copyOf(other, common)));
    }

    /** Returns ranks, the mean rank for equal values. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = Arrays.binarySearch(sorted, values[i]);
            int last = first;
            while (first > 0 && sorted[first - 1] == values[i]) {
                first--;
            }
            while (last + 1 < sorted.length && sorted[last + 1] == values[i]) {
                last++;
            }
            ranks[i] = 0.5 * (first + last);
        }
        return ranks;
    }

    private static double correlation(double[] one, double[] other) {
        double mean = 0.5 * (one.length - 1);
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - mean) * (other[i] - mean);
            square += (one[i] - mean) * (one[i] - mean);
            otherSquare += (other[i] - mean) * (other[i] - mean);
        }
        double scale = Math.sqrt(square * otherSquare);
        return scale > 0 ? product / scale : Double.NaN;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeDouble(stability);
        for (int i = 0; i < KEPT; i++) {
            out.writeLong(steps[i]);
            out.writeBoolean(strikes[i] != null);
            if (strikes[i] != null) {
                StateArrays.write(out, strikes[i], strikes[i].length);
                StateArrays.write(out, profiles[i], profiles[i].length);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "profile-stability");
        stability = in.readDouble();
        for (int i = 0; i < KEPT; i++) {
            steps[i] = in.readLong();
            if (in.readBoolean()) {
                strikes[i] = StateArrays.readDoubles(in);
                profiles[i] = StateArrays.readDoubles(in);
            }
        }
    }
}
