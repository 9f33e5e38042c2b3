package io.huihui.models.expert.regime.micro;

import io.huihui.models.expert.regime.hmm.BaumWelch;
import io.huihui.models.expert.regime.hmm.FitSteps;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A search for the clusters of consecutive windows, one iteration at a time: one cluster, two, and
 * so on, each from several starts; of them those that explain the windows best for their price.
 *
 * <p>Reference: G. Schwarz, "Estimating the dimension of a model", Annals of Statistics, 1978.
 */
public final class MicroFit {

    private static final int VERSION = 1;

    /** Starts to try for each number of clusters. */
    private static final int STARTS = 3;

    /** Most iterations of a start, and the gain in log likelihood below which it ends. */
    private static final int ITERATIONS = 60;

    private static final double TOLERANCE = 0.5;

    /** Spreads are the same for minutes: a variance of nothing would make clusters of nothing. */
    private static final double LEAST_VARIANCE = 0.01;

    /**
     * Log likelihood a window that clusters have to gain over none. Windows are neither normal nor
     * independent, so that Schwarz's price, made for those, finds clusters in any long session. In
     * simulated sessions without sub-states eight clusters gained .28 to .38 (seeds 1 to 10), in
     * those with them 7 and more (1 to 14). Two normal clusters three deviations apart gain as much
     * as this.
     */
    private static final double LEAST_GAIN = 0.6;

    private final int most;
    private final double price;
    private final long seed;
    private int clusters = 1;
    private int start;
    private FitSteps steps;
    private BaumWelch.Fit bestStart;
    private BaumWelch.Fit one;
    private BaumWelch.Fit best;
    private double bestScore = Double.NEGATIVE_INFINITY;

    /**
     * @param most most clusters to try; the fewest that explain the windows best are taken
     * @param price what a parameter costs in log likelihood, in shares of Schwarz's ln(n) / 2; more
     *     than 1 where neighbouring windows are alike
     */
    public MicroFit(int most, double price, long seed) {
        this.most = most;
        this.price = price;
        this.seed = seed;
    }

    /** Does one iteration on the windows, the same at each step; returns whether all is done. */
    public boolean step(double[][] windows) {
        if (clusters > most) {
            return true;
        }
        List<double[][]> sequences = List.<double[][]>of(windows);
        BaumWelch.Options options = options();
        if (steps == null) {
            steps = FitSteps.from(sequences, options, start);
        } else if (steps.step(sequences, options)) {
            closeStart(windows);
        }
        return clusters > most;
    }

    private BaumWelch.Options options() {
        return new BaumWelch.Options(
                clusters,
                BaumWelch.Covariance.FULL,
                STARTS,
                ITERATIONS,
                TOLERANCE,
                LEAST_VARIANCE,
                seed + clusters);
    }

    private void closeStart(double[][] windows) {
        BaumWelch.Fit fit = steps.fit();
        steps = null;
        bestStart =
                bestStart == null || fit.logLikelihood() > bestStart.logLikelihood()
                        ? fit
                        : bestStart;
        start++;
        if (start < STARTS) {
            return;
        }
        one = one == null ? bestStart : one;
        int dimensions = windows[0].length;
        double parameters =
                clusters * (dimensions + dimensions * (dimensions + 1) / 2.0)
                        + clusters * (clusters - 1);
        double score =
                bestStart.logLikelihood() - price * parameters * Math.log(windows.length) / 2;
        if (best == null || score > bestScore) {
            bestScore = score;
            best = bestStart;
        }
        bestStart = null;
        start = 0;
        clusters++;
    }

    /** Returns what was found once all is done; one cluster when more would not tell enough. */
    public HiddenMarkovModel result(int windows) {
        double gain = (best.logLikelihood() - one.logLikelihood()) / windows;
        return gain < LEAST_GAIN ? one.model() : best.model();
    }

    void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(most);
        out.writeDouble(price);
        out.writeLong(seed);
        out.writeInt(clusters);
        out.writeInt(start);
        out.writeBoolean(steps != null);
        if (steps != null) {
            steps.writeTo(out);
        }
        write(bestStart, out);
        write(one, out);
        write(best, out);
        out.writeDouble(bestScore);
    }

    private static void write(BaumWelch.Fit fit, DataOutput out) throws IOException {
        out.writeBoolean(fit != null);
        if (fit != null) {
            fit.model().writeTo(out);
            out.writeDouble(fit.logLikelihood());
            out.writeInt(fit.iterations());
        }
    }

    /** Returns the search that {@link #writeTo} wrote. */
    static MicroFit read(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "micro-fit");
        MicroFit fit = new MicroFit(in.readInt(), in.readDouble(), in.readLong());
        fit.clusters = in.readInt();
        fit.start = in.readInt();
        fit.steps = in.readBoolean() ? FitSteps.read(in) : null;
        fit.bestStart = readFit(in);
        fit.one = readFit(in);
        fit.best = readFit(in);
        fit.bestScore = in.readDouble();
        return fit;
    }

    private static BaumWelch.Fit readFit(DataInput in) throws IOException {
        return in.readBoolean()
                ? new BaumWelch.Fit(HiddenMarkovModel.read(in), in.readDouble(), in.readInt())
                : null;
    }
}
