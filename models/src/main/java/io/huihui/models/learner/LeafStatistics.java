package io.huihui.models.learner;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a leaf of a Hoeffding tree has seen: how often each class came, and the mean, spread and
 * range of every input in each class. It answers by the commonest class or by naive Bayes,
 * whichever has been right more often in this leaf.
 *
 * <p>Inputs count as normal within a class. A missing input (NaN) is left out.
 *
 * <p>Reference: Gama, Rocha, Medas, "Accurate decision trees for mining high-speed data streams",
 * KDD, 2003; adaptive leaves: Holmes, Kirkby, Pfahringer, "Stress-testing Hoeffding trees", PKDD,
 * 2005.
 */
final class LeafStatistics {

    /** With fewer examples of a class its spread is not known. */
    private static final int FEWEST = 2;

    /** Inputs that never varied in a class get this share of their square as variance. */
    private static final double LEAST_SPREAD = 1e-12;

    /** Factors of a product before its logarithm is taken: neither overflows nor vanishes. */
    private static final int FACTORS = 4;

    final int classes;
    final int inputs;

    /** Examples by class, with those that the split above estimated. */
    final double[] classCounts;

    /** [class * inputs + input] each. */
    final double[] counts;

    final double[] means;
    final double[] squares;
    final double[] lows;
    final double[] highs;

    private double byCommonest;
    private double byBayes;

    LeafStatistics(int classes, int inputs) {
        this.classes = classes;
        this.inputs = inputs;
        classCounts = new double[classes];
        counts = new double[classes * inputs];
        means = new double[classes * inputs];
        squares = new double[classes * inputs];
        lows = new double[classes * inputs];
        highs = new double[classes * inputs];
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }

    /** Takes one example in; {@code scratch} has room for one number per class. */
    void learn(double[] example, int label, double[] scratch) {
        byCommonest += largest(classCounts) == label ? 1 : 0;
        byBayes += bayes(example, scratch) && largest(scratch) == label ? 1 : 0;
        classCounts[label]++;
        int first = label * inputs;
        for (int i = 0; i < inputs; i++) {
            double input = example[i];
            if (!Double.isNaN(input)) {
                int at = first + i;
                double count = counts[at] + 1;
                double apart = input - means[at];
                double mean = means[at] + apart / count;
                counts[at] = count;
                means[at] = mean;
                squares[at] += apart * (input - mean);
                lows[at] = Math.min(lows[at], input);
                highs[at] = Math.max(highs[at], input);
            }
        }
    }

    /** Fills the probabilities of the classes. */
    void predict(double[] example, double[] probabilities) {
        if (byBayes < byCommonest || !bayes(example, probabilities)) {
            shares(probabilities);
            return;
        }
        double largest = probabilities[largest(probabilities)];
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            probabilities[c] = Math.exp(probabilities[c] - largest);
            sum += probabilities[c];
        }
        for (int c = 0; c < classes; c++) {
            probabilities[c] /= sum;
        }
    }

    /** Returns the likeliest class without the cost of probabilities. */
    int likeliest(double[] example, double[] scratch) {
        return byBayes < byCommonest || !bayes(example, scratch)
                ? largest(classCounts)
                : largest(scratch);
    }

    private void shares(double[] probabilities) {
        double total = total();
        for (int c = 0; c < classes; c++) {
            probabilities[c] = total > 0 ? classCounts[c] / total : 1.0 / classes;
        }
    }

    /**
     * Fills ln(probability) of each class up to a constant and returns whether any class is known
     * well enough.
     */
    private boolean bayes(double[] example, double[] logs) {
        boolean any = false;
        for (int c = 0; c < classes; c++) {
            logs[c] = classCounts[c] < FEWEST ? Double.NEGATIVE_INFINITY : logOf(c, example);
            any |= logs[c] > Double.NEGATIVE_INFINITY;
        }
        return any;
    }

    /** ln of the class share and, for each input, of its normal density without the constant. */
    private double logOf(int ofClass, double[] example) {
        double distance = 0;
        double logs = 0;
        double product = 1;
        int factors = 0;
        int first = ofClass * inputs;
        for (int i = 0; i < inputs; i++) {
            int at = first + i;
            double input = example[i];
            double free = counts[at] - 1;
            if (free > 0 && !Double.isNaN(input)) {
                double apart = input - means[at];
                double variance =
                        squares[at] / free + LEAST_SPREAD * (1e-9 + means[at] * means[at]);
                distance += apart * apart / variance;
                product *= variance;
                if (++factors == FACTORS) {
                    logs += Math.log(product);
                    product = 1;
                    factors = 0;
                }
            }
        }
        return Math.log(classCounts[ofClass]) - 0.5 * (distance + logs + Math.log(product));
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    double total() {
        double sum = 0;
        for (double count : classCounts) {
            sum += count;
        }
        return sum;
    }

    /** Whether all examples were of one class. */
    boolean isPure() {
        int seen = 0;
        for (double count : classCounts) {
            seen += count > 0 ? 1 : 0;
        }
        return seen < 2;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(byCommonest);
        out.writeDouble(byBayes);
        for (double count : classCounts) {
            out.writeDouble(count);
        }
        for (int at = 0; at < counts.length; at++) {
            out.writeDouble(counts[at]);
            out.writeDouble(means[at]);
            out.writeDouble(squares[at]);
            out.writeDouble(lows[at]);
            out.writeDouble(highs[at]);
        }
    }

    static LeafStatistics read(DataInput in, int classes, int inputs) throws IOException {
        LeafStatistics read = new LeafStatistics(classes, inputs);
        read.byCommonest = in.readDouble();
        read.byBayes = in.readDouble();
        for (int c = 0; c < classes; c++) {
            read.classCounts[c] = in.readDouble();
        }
        for (int at = 0; at < read.counts.length; at++) {
            read.counts[at] = in.readDouble();
            read.means[at] = in.readDouble();
            read.squares[at] = in.readDouble();
            read.lows[at] = in.readDouble();
            read.highs[at] = in.readDouble();
        }
        return read;
    }
}
