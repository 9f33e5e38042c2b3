package io.huihui.models.directive;

import io.huihui.models.learner.Logistic;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Corrects the log-odds of a thesis by what the evidence was worth so far: a logistic regression
 * with the gate's log-odds as offset, learned one outcome at a time. It begins at no correction and
 * is pulled back to it. The scale of the offset is left to the curve that follows, which would not
 * know its bins again if it moved. There is no intercept: a coin flip without evidence stays one.
 *
 * <p>Reference: Platt, "Probabilistic outputs for support vector machines", 1999; Bottou,
 * "Large-scale machine learning with stochastic gradient descent", COMPSTAT 2010.
 */
final class EvidenceWeights implements BinaryState {

    /** Step per independent outcome: some dozens of them to believe in an input. */
    private static final double RATE = 0.05;

    /** Pull to no correction. */
    private static final double SHRINKAGE = 0.05;

    /** Log-odds that one input may add or take: from .5 to .73. */
    private static final double LARGEST = 1;

    private static final int STATE_VERSION = 1;

    /** The place of the gate's log-odds, which has no weight. */
    private static final int OFFSET = 0;

    private final double[] weights = new double[ThesisInputs.COUNT];

    /** Returns the corrected log-odds. */
    double logOdds(ThesisInputs inputs) {
        double sum = inputs.rawLogOdds();
        for (int i = OFFSET + 1; i < weights.length; i++) {
            sum += weights[i] * inputs.at(i);
        }
        return sum;
    }

    /**
     * Learns from one outcome.
     *
     * @param independence the part of an independent outcome that it is, 0..1
     */
    void learn(ThesisInputs inputs, boolean right, double independence) {
        double miss = (right ? 1 : 0) - Logistic.probability(logOdds(inputs));
        double step = RATE * independence;
        for (int i = OFFSET + 1; i < weights.length; i++) {
            double moved = weights[i] + step * (miss * inputs.at(i) - SHRINKAGE * weights[i]);
            weights[i] = Math.max(-LARGEST, Math.min(LARGEST, moved));
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "evidence weights");
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
    }
}
