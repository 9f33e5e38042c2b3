package io.huihui.models.expert.regime.hmm;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The posterior of the states of a hidden Markov model given what was observed so far: one step per
 * observation, no allocation beyond the densities, state of one number per state of the model.
 */
public final class ForwardFilter {

    private static final int VERSION = 1;

    private final HiddenMarkovModel model;
    private final double[] posterior;
    private final double[] predicted;
    private final double[] density;
    private boolean started;

    public ForwardFilter(HiddenMarkovModel model) {
        this.model = model;
        posterior = new double[model.states()];
        predicted = new double[model.states()];
        density = new double[model.states()];
    }

    /**
     * Takes the next observation and returns its log likelihood given the earlier ones. Missing
     * coordinates (NaN) say nothing. One that no state with a way to it can have emitted (minus
     * infinity) is the beginning of something else: each state is then as likely before it.
     */
    public double observe(double[] observation) {
        int states = posterior.length;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < states; i++) {
            density[i] = model.emission(i).logDensityOfPresent(observation);
            largest = Math.max(largest, density[i]);
        }
        double sum = 0;
        for (int j = 0; j < states; j++) {
            double prior = started ? 0 : model.start(j);
            if (started) {
                for (int i = 0; i < states; i++) {
                    prior += posterior[i] * model.transition(i, j);
                }
            }
            predicted[j] = prior * Math.exp(density[j] - largest);
            sum += predicted[j];
        }
        double total = sum;
        if (!(sum > 0)) {
            total = 0;
            for (int j = 0; j < states; j++) {
                predicted[j] = Math.exp(density[j] - largest);
                total += predicted[j];
            }
        }
        for (int j = 0; j < states; j++) {
            posterior[j] = predicted[j] / total;
        }
        started = true;
        return largest + Math.log(sum);
    }

    /** Probability of a state given all observations so far; the start before the first. */
    public double probability(int state) {
        return started ? posterior[state] : model.start(state);
    }

    /** Writes the posterior so that {@link #readFrom} goes on with the same bits. */
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(started);
        for (double probability : posterior) {
            out.writeDouble(probability);
        }
    }

    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "forward-filter");
        started = in.readBoolean();
        for (int i = 0; i < posterior.length; i++) {
            posterior[i] = in.readDouble();
        }
    }
}
