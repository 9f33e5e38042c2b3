package io.huihui.models.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Turns scores into probabilities: softmax of slope x score + offset, fitted by maximum likelihood
 * to scores of cases that were not trained on.
 *
 * <p>Reference: Platt, "Probabilistic outputs for support vector machines", 1999; for several
 * classes Guo et al., "On calibration of modern neural networks", ICML 2017.
 */
final class SoftmaxCalibration implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int STEPS = 500;

    /** Steps of gradient descent with a curvature of at most 1/2 per parameter stay stable. */
    private static final double STEP = 1.0;

    private double slope = 1;
    private final double[] offsets = new double[ToneLabel.values().length];

    /**
     * Returns the calibration for which the labels are likeliest.
     *
     * @param scores by class and case
     */
    static SoftmaxCalibration fit(double[][] scores, int[] labels) {
        SoftmaxCalibration fit = new SoftmaxCalibration();
        int classes = fit.offsets.length;
        double[] one = new double[classes];
        for (int step = 0; step < STEPS; step++) {
            double slopeGradient = 0;
            double[] gradient = new double[classes];
            for (int i = 0; i < labels.length; i++) {
                for (int k = 0; k < classes; k++) {
                    one[k] = scores[k][i];
                }
                double[] probabilities = fit.probabilities(one);
                for (int k = 0; k < classes; k++) {
                    double error = (labels[i] == k ? 1 : 0) - probabilities[k];
                    gradient[k] += error;
                    slopeGradient += error * one[k];
                }
            }
            // Scores lie in 0..1, so the slope has far less curvature than the offsets.
            fit.slope += 10 * STEP * slopeGradient / labels.length;
            for (int k = 0; k < classes; k++) {
                fit.offsets[k] += STEP * gradient[k] / labels.length;
            }
        }
        return fit;
    }

    /** Returns the probabilities of the classes. */
    double[] probabilities(double[] scores) {
        double[] probabilities = new double[scores.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] = slope * scores[k] + offsets[k];
            largest = Math.max(largest, probabilities[k]);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] = Math.exp(probabilities[k] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }

    /** Returns the mean of -ln(probability of the label). */
    double logLoss(double[][] scores, int[] labels) {
        double sum = 0;
        double[] one = new double[scores.length];
        for (int i = 0; i < labels.length; i++) {
            for (int k = 0; k < scores.length; k++) {
                one[k] = scores[k][i];
            }
            sum -= Math.log(Math.max(Double.MIN_NORMAL, probabilities(one)[labels[i]]));
        }
        return sum / labels.length;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(slope);
        for (double offset : offsets) {
            out.writeDouble(offset);
        }
    }

    static SoftmaxCalibration readFrom(DataInput in) throws IOException {
        SoftmaxCalibration read = new SoftmaxCalibration();
        read.slope = in.readDouble();
        for (int k = 0; k < read.offsets.length; k++) {
            read.offsets[k] = in.readDouble();
        }
        return read;
    }
}
