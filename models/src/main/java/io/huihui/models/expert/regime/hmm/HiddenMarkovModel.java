package io.huihui.models.expert.regime.hmm;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A hidden Markov model with Gaussian emissions.
 *
 * <p>Reference: L. Rabiner, "A tutorial on hidden Markov models and selected applications in speech
 * recognition", Proceedings of the IEEE, 1989, sections III and V (scaling).
 */
public final class HiddenMarkovModel {

    private static final int VERSION = 1;

    /** Rows and starts that were rounded in a file sum to 1 this closely. */
    private static final double SUM_TOLERANCE = 1e-6;

    private final double[] start;
    private final double[][] transition;
    private final Gaussian[] emissions;

    /**
     * @param start probability of each state at the first observation
     * @param transition row: state left, column: state entered; rows sum to 1
     * @param emissions one per state, of equal dimension
     */
    public HiddenMarkovModel(double[] start, double[][] transition, Gaussian[] emissions) {
        int states = emissions.length;
        if (start.length != states || transition.length != states) {
            throw Require.violated(
                    "a start and a row of transitions for each of " + states + " states",
                    start.length + " starts and " + transition.length + " rows");
        }
        this.start = distribution("start", start);
        this.transition = new double[states][];
        for (int i = 0; i < states; i++) {
            this.transition[i] = distribution("transitions from state " + i, transition[i]);
        }
        this.emissions = emissions.clone();
    }

    private static double[] distribution(String name, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        Require.that(
                Math.abs(sum - 1) <= SUM_TOLERANCE && Arrays.stream(weights).allMatch(w -> w >= 0),
                name + " to be probabilities that sum to 1",
                () -> Arrays.toString(weights));
        return weights.clone();
    }

    public int states() {
        return emissions.length;
    }

    public Gaussian emission(int state) {
        return emissions[state];
    }

    public double start(int state) {
        return start[state];
    }

    /** Probability to go from one state to another at the next observation. */
    public double transition(int from, int to) {
        return transition[from][to];
    }

    /** Returns the log likelihood of a sequence. */
    public double logLikelihood(double[][] sequence) {
        ForwardFilter filter = new ForwardFilter(this);
        double sum = 0;
        for (double[] observation : sequence) {
            sum += filter.observe(observation);
        }
        return sum;
    }

    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(states());
        for (int i = 0; i < states(); i++) {
            out.writeDouble(start[i]);
            for (double probability : transition[i]) {
                out.writeDouble(probability);
            }
            emissions[i].writeTo(out);
        }
    }

    /** Returns the model that {@link #writeTo} wrote, with the same bits. */
    public static HiddenMarkovModel read(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "hidden-markov-model");
        int states = in.readInt();
        double[] start = new double[states];
        double[][] transition = new double[states][states];
        Gaussian[] emissions = new Gaussian[states];
        for (int i = 0; i < states; i++) {
            start[i] = in.readDouble();
            for (int j = 0; j < states; j++) {
                transition[i][j] = in.readDouble();
            }
            emissions[i] = Gaussian.read(in);
        }
        return new HiddenMarkovModel(start, transition, emissions);
    }

    /** Returns the model with its states in another order: state i is the former order[i]. */
    public HiddenMarkovModel reordered(int[] order) {
        int states = states();
        double[] starts = new double[states];
        double[][] rows = new double[states][states];
        Gaussian[] gaussians = new Gaussian[states];
        for (int i = 0; i < states; i++) {
            starts[i] = start[order[i]];
            gaussians[i] = emissions[order[i]];
            for (int j = 0; j < states; j++) {
                rows[i][j] = transition[order[i]][order[j]];
            }
        }
        return new HiddenMarkovModel(starts, rows, gaussians);
    }
}
