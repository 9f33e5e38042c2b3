package io.huihui.models.expert.regime.hmm;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Expectation and maximisation from one start, an iteration at a time, so that whoever must not be
 * kept waiting can spread a fit. Written in the middle it goes on with the same bits.
 */
public final class FitSteps {

    private static final int VERSION = 1;

    private HiddenMarkovModel model;
    private double logLikelihood = Double.NEGATIVE_INFINITY;
    private int iterations;
    private boolean done;

    private FitSteps() {}

    public FitSteps(HiddenMarkovModel first) {
        model = first;
    }

    /** Returns the steps from the given start of a fit: 0, 1, 2 ... */
    public static FitSteps from(
            List<double[][]> sequences, BaumWelch.Options options, int startNumber) {
        return new FitSteps(Centres.model(sequences, options, startNumber));
    }

    /**
     * Does one iteration on the sequences, the same at each step; returns whether it was the last.
     */
    public boolean step(List<double[][]> sequences, BaumWelch.Options options) {
        if (done) {
            return true;
        }
        if (iterations == options.iterations()) {
            logLikelihood = sequences.stream().mapToDouble(model::logLikelihood).sum();
            done = true;
            return true;
        }
        Expectation expectation = new Expectation(model);
        sequences.forEach(expectation::add);
        iterations++;
        double reached = expectation.logLikelihood();
        // The likelihood is that of this model: where it gained little, it stays.
        done = !(reached - logLikelihood >= options.tolerance()) || expectation.hasEmptyState();
        // Transitions that died out can make an observation impossible: such a start is lost.
        logLikelihood = Double.isNaN(reached) ? Double.NEGATIVE_INFINITY : reached;
        if (!done) {
            model = expectation.maximised(options.covariance(), options.leastVariance());
        }
        return done;
    }

    /** Returns what has been reached. */
    public BaumWelch.Fit fit() {
        return new BaumWelch.Fit(model, logLikelihood, iterations);
    }

    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        model.writeTo(out);
        out.writeDouble(logLikelihood);
        out.writeInt(iterations);
        out.writeBoolean(done);
    }

    /** Returns the steps that {@link #writeTo} wrote. */
    public static FitSteps read(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "fit-steps");
        FitSteps steps = new FitSteps();
        steps.model = HiddenMarkovModel.read(in);
        steps.logLikelihood = in.readDouble();
        steps.iterations = in.readInt();
        steps.done = in.readBoolean();
        return steps;
    }
}
