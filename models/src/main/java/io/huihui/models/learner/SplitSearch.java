package io.huihui.models.learner;

import io.huihui.models.quant.NormalDistribution;

/**
 * Finds the split of a leaf that tells most about the class, and whether enough examples were seen
 * to trust it.
 *
 * <p>Reference: Domingos, Hulten, "Mining high-speed data streams", KDD, 2000.
 */
final class SplitSearch {

    /** Places tried between the smallest and largest value of an input. */
    private static final int PLACES = 10;

    /** A side with a smaller share than this of the examples makes no split. */
    private static final double LEAST_SHARE = 0.01;

    private final LeafStatistics leaf;
    private final double[] left;
    private final double[] right;

    private double best = Double.NEGATIVE_INFINITY;
    private double second = Double.NEGATIVE_INFINITY;
    private int input = -1;
    private double threshold;

    SplitSearch(LeafStatistics leaf) {
        this.leaf = leaf;
        left = new double[leaf.classes];
        right = new double[leaf.classes];
    }

    /** Returns whether the leaf should split at {@link #input()} and {@link #threshold()}. */
    boolean find(TreeConfig config) {
        double before = entropy(leaf.classCounts);
        for (int i = 0; i < leaf.inputs; i++) {
            tryInput(i, before);
        }
        if (input < 0 || best <= 0) {
            return false;
        }
        double range = Math.log(leaf.classes) / Math.log(2);
        double bound =
                Math.sqrt(
                        range
                                * range
                                * Math.log(1 / config.splitConfidence())
                                / (2 * leaf.total()));
        // Not to split at all is the rival with a gain of 0.
        return best - Math.max(0, second) > bound || bound < config.tie();
    }

    int input() {
        return input;
    }

    double threshold() {
        return threshold;
    }

    /** Returns how many examples of each class the split sends to the left, and to the right. */
    double[][] sides() {
        divide(input, threshold);
        return new double[][] {left.clone(), right.clone()};
    }

    private void tryInput(int candidate, double before) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < leaf.classes; c++) {
            low = Math.min(low, leaf.lows[c * leaf.inputs + candidate]);
            high = Math.max(high, leaf.highs[c * leaf.inputs + candidate]);
        }
        if (!(low < high)) {
            return;
        }
        double gain = Double.NEGATIVE_INFINITY;
        double where = 0;
        for (int k = 1; k <= PLACES; k++) {
            double place = low + k * (high - low) / (PLACES + 1);
            double here = gain(candidate, place, before);
            if (here > gain) {
                gain = here;
                where = place;
            }
        }
        if (gain > best) {
            second = best;
            best = gain;
            input = candidate;
            threshold = where;
        } else {
            second = Math.max(second, gain);
        }
    }

    private double gain(int candidate, double place, double before) {
        divide(candidate, place);
        double leftTotal = sum(left);
        double rightTotal = sum(right);
        double total = leftTotal + rightTotal;
        if (Math.min(leftTotal, rightTotal) < LEAST_SHARE * total) {
            return Double.NEGATIVE_INFINITY;
        }
        return before - (leftTotal * entropy(left) + rightTotal * entropy(right)) / total;
    }

    private void divide(int candidate, double place) {
        for (int c = 0; c < leaf.classes; c++) {
            int at = c * leaf.inputs + candidate;
            double count = leaf.counts[at];
            double share;
            if (count == 0 || place < leaf.lows[at]) {
                share = 0;
            } else if (place >= leaf.highs[at]) {
                share = 1;
            } else {
                double deviation = Math.sqrt(leaf.squares[at] / Math.max(1, count - 1));
                share = NormalDistribution.cdf((place - leaf.means[at]) / deviation);
            }
            left[c] = share * count;
            right[c] = count - left[c];
        }
    }

    private static double entropy(double[] counts) {
        double total = sum(counts);
        double entropy = 0;
        for (double count : counts) {
            if (count > 0) {
                double share = count / total;
                entropy -= share * Math.log(share);
            }
        }
        return entropy / Math.log(2);
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }
}
