package io.huihui.models.expert.regime.micro;

import io.huihui.models.expert.regime.hmm.BaumWelch;
import io.huihui.models.expert.regime.hmm.FitSteps;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/**
 * A search for the clusters of consecutive windows, one iteration at a time: from each of several
 * starts to the nearest optimum; of these the one that explains the windows best for its price,
 * with clusters made one as long as that pays.
 *
 * <p>Reference: G. Schwarz, "Estimating the dimension of a model", Annals of Statistics, 1978.
 */
final class MicroFit {

    private static final int VERSION = 2;

    /** Most iterations of a start, and the gain in log likelihood below which it ends. */
    private static final int ITERATIONS = 60;

    private static final double TOLERANCE = 1;

    /** Spreads are the same for minutes: a variance of nothing would make clusters of nothing. */
    private static final double LEAST_VARIANCE = 0.01;

    /**
     * What a parameter costs in log likelihood, in shares of Schwarz's ln(n) / 2: more than 1, for
     * windows are alike for minutes. Chosen on seeds 61 to 69.
     */
    private static final double PRICE = 2;

    /**
     * Log likelihood a window that clusters have to gain over none. Windows are neither normal nor
     * independent, so that Schwarz's price, made for those, finds clusters in any long session. In
     * simulated sessions without sub-states eight clusters gained .28 to .38 (seeds 1 to 10), in
     * those with them 7 and more (1 to 14). Two normal clusters three deviations apart gain as much
     * as this.
     */
    private static final double LEAST_GAIN = 0.6;

    /** Those not begun yet. */
    private final ArrayDeque<HiddenMarkovModel> starts;

    /** From the start under way; null between two. */
    private FitSteps steps;

    private BaumWelch.Fit one;
    private BaumWelch.Fit best;
    private double bestScore = Double.NEGATIVE_INFINITY;

    /** Whether all starts have been tried, and only two clusters of the best are made one. */
    private boolean merging;

    /**
     * @param starts models to begin with; the first has one cluster
     */
    MicroFit(Collection<HiddenMarkovModel> starts) {
        this.starts = new ArrayDeque<>(starts);
    }

    /** Does one iteration on the windows, the same at each step; returns whether all is done. */
    boolean step(double[][] windows) {
        if (steps == null) {
            if (starts.isEmpty()) {
                return true;
            }
            steps = new FitSteps(starts.removeFirst());
        }
        int clusters = steps.fit().model().states();
        if (steps.step(List.<double[][]>of(windows), options(clusters))) {
            close(windows);
        }
        return steps == null && starts.isEmpty();
    }

    private static BaumWelch.Options options(int clusters) {
        return new BaumWelch.Options(
                clusters, BaumWelch.Covariance.FULL, 1, ITERATIONS, TOLERANCE, LEAST_VARIANCE, 0);
    }

    private void close(double[][] windows) {
        BaumWelch.Fit fit = steps.fit();
        steps = null;
        one = one == null ? fit : one;
        int clusters = fit.model().states();
        int dimensions = windows[0].length;
        double parameters =
                clusters * (dimensions + dimensions * (dimensions + 1) / 2.0)
                        + clusters * (clusters - 1);
        double score = fit.logLikelihood() - PRICE * parameters * Math.log(windows.length) / 2;
        boolean better = best == null || score > bestScore;
        if (better) {
            bestScore = score;
            best = fit;
        }
        boolean goesOn = better || !merging;
        if (starts.isEmpty() && goesOn && best.model().states() > 2) {
            // Of one sub-state there may be two dense places, and both stay clusters.
            merging = true;
            starts.add(MicroStarts.merged(best.model()));
        }
    }

    /** Returns what was found once all is done; one cluster when more would not tell enough. */
    HiddenMarkovModel result(int windows) {
        double gain = (best.logLikelihood() - one.logLikelihood()) / windows;
        return gain < LEAST_GAIN ? one.model() : best.model();
    }

    void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(starts.size());
        for (HiddenMarkovModel start : starts) {
            start.writeTo(out);
        }
        out.writeBoolean(steps != null);
        if (steps != null) {
            steps.writeTo(out);
        }
        write(one, out);
        write(best, out);
        out.writeDouble(bestScore);
        out.writeBoolean(merging);
    }

    private static void write(BaumWelch.Fit fit, DataOutput out) throws IOException {
        out.writeBoolean(fit != null);
        if (fit != null) {
            fit.model().writeTo(out);
            out.writeDouble(fit.logLikelihood());
            out.writeInt(fit.iterations());
        }
    }

    /** Returns the search that {@link #writeTo} wrote; null when it was one of another kind. */
    static MicroFit read(DataInput in) throws IOException {
        if (BinaryState.readVersion(in, VERSION, "micro-fit") == 1) {
            passFirst(in);
            return null;
        }
        ArrayDeque<HiddenMarkovModel> starts = new ArrayDeque<>();
        for (int left = in.readInt(); left > 0; left--) {
            starts.add(HiddenMarkovModel.read(in));
        }
        MicroFit fit = new MicroFit(starts);
        fit.steps = in.readBoolean() ? FitSteps.read(in) : null;
        fit.one = readFit(in);
        fit.best = readFit(in);
        fit.bestScore = in.readDouble();
        fit.merging = in.readBoolean();
        return fit;
    }

    /** Version 1 tried one cluster, two, and so on; it begins anew. */
    private static void passFirst(DataInput in) throws IOException {
        in.readInt();
        in.readDouble();
        in.readLong();
        in.readInt();
        in.readInt();
        if (in.readBoolean()) {
            FitSteps.read(in);
        }
        for (int fits = 3; fits > 0; fits--) {
            readFit(in);
        }
        in.readDouble();
    }

    private static BaumWelch.Fit readFit(DataInput in) throws IOException {
        return in.readBoolean()
                ? new BaumWelch.Fit(HiddenMarkovModel.read(in), in.readDouble(), in.readInt())
                : null;
    }
}
