package io.huihui.models.learner;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Weights that FTRL-proximal moves, each with a step of its own.
 *
 * <p>State is z and the sum of squared gradients; the weight and the root are functions of them,
 * kept because a prediction needs them more often than they change.
 *
 * <p>Reference: McMahan et al., "Ad click prediction: a view from the trenches", KDD, 2013,
 * algorithm 1.
 */
final class FtrlWeights {

    private final FtrlRates rates;
    private final double perAlpha;
    private final double[] z;
    private final double[] squares;
    private final double[] roots;
    private final double[] weights;

    FtrlWeights(int count, FtrlRates rates) {
        this.rates = rates;
        perAlpha = 1 / rates.alpha();
        z = new double[count];
        squares = new double[count];
        roots = new double[count];
        weights = new double[count];
    }

    int count() {
        return weights.length;
    }

    double at(int place) {
        return weights[place];
    }

    /**
     * Fills in what weights are multiplied with: the inputs, 0 for a missing one, and at the end 1
     * for the intercept. A 0 moves no weight.
     */
    static void factors(double[] inputs, double[] factors) {
        if (inputs.length != factors.length - 1) {
            throw Require.violated((factors.length - 1) + " inputs", inputs.length + " inputs");
        }
        for (int i = 0; i < inputs.length; i++) {
            double input = inputs[i];
            factors[i] = Double.isNaN(input) ? 0 : input;
        }
        factors[inputs.length] = 1;
    }

    /** Returns the weighted sum; in two halves, so that additions overlap. */
    double sum(int first, double[] factors) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < factors.length; i += 2) {
            even += weights[first + i] * factors[i];
            odd += weights[first + i + 1] * factors[i + 1];
        }
        if (i < factors.length) {
            even += weights[first + i] * factors[i];
        }
        return even + odd;
    }

    /**
     * Moves the weights against the error of their sum. Without branches, so that several weights
     * move in one instruction.
     */
    void move(int first, double[] factors, double error) {
        double l1 = rates.l1();
        double fixed = rates.beta() * perAlpha + rates.l2();
        for (int i = 0; i < factors.length; i++) {
            double gradient = error * factors[i];
            double square = squares[first + i] + gradient * gradient;
            double root = Math.sqrt(square);
            double moved =
                    z[first + i]
                            + gradient
                            - (root - roots[first + i]) * perAlpha * weights[first + i];
            squares[first + i] = square;
            roots[first + i] = root;
            z[first + i] = moved;
            weights[first + i] =
                    (Math.max(-l1, Math.min(l1, moved)) - moved) / (fixed + root * perAlpha);
        }
    }

    private double weight(int place) {
        double l1 = rates.l1();
        return (Math.max(-l1, Math.min(l1, z[place])) - z[place]) / pull(place);
    }

    private double pull(int place) {
        return rates.beta() * perAlpha + rates.l2() + roots[place] * perAlpha;
    }

    /** Keeps a share of the squared gradients: the weights stay, their steps grow again. */
    void soften(double share) {
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            squares[i] *= share;
            roots[i] = Math.sqrt(squares[i]);
            z[i] = weight == 0 ? 0 : -weight * pull(i) - Math.copySign(rates.l1(), weight);
            weights[i] = weight(i);
        }
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(rates.alpha());
        out.writeDouble(rates.beta());
        out.writeDouble(rates.l1());
        out.writeDouble(rates.l2());
        out.writeInt(weights.length);
        for (int i = 0; i < weights.length; i++) {
            out.writeDouble(z[i]);
            out.writeDouble(squares[i]);
        }
    }

    static FtrlWeights read(DataInput in) throws IOException {
        FtrlRates rates =
                new FtrlRates(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        FtrlWeights read = new FtrlWeights(in.readInt(), rates);
        for (int i = 0; i < read.weights.length; i++) {
            read.z[i] = in.readDouble();
            read.squares[i] = in.readDouble();
            read.roots[i] = Math.sqrt(read.squares[i]);
            read.weights[i] = read.weight(i);
        }
        return read;
    }
}
