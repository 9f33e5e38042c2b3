package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;
import io.huihui.models.expert.regime.hmm.BaumWelch;
import io.huihui.models.expert.regime.hmm.ForwardFilter;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import java.util.List;

/**
 * Sub-states of a market, found without labels: a mixture of normal distributions whose components
 * last, with as many of them as the data pay for. A fit is made off the hot path; assigning a
 * window is one step of a filter.
 *
 * <p>Reference: G. Schwarz, "Estimating the dimension of a model", Annals of Statistics, 1978.
 */
public final class MicroRegimes {

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

    /** Names of clusters; a cluster of a new fit takes that of the old one nearest to it. */
    private final int[] names;

    private final HiddenMarkovModel model;

    private MicroRegimes(HiddenMarkovModel model, int[] names) {
        this.model = model;
        this.names = names;
    }

    /**
     * Returns the clusters of consecutive windows; one when more would not tell enough of a window.
     *
     * @param most most clusters to try; the fewest that explain the data best are taken
     * @param price what a parameter costs in log likelihood, in shares of Schwarz's ln(n) / 2; more
     *     than 1 where neighbouring windows are alike
     */
    public static MicroRegimes fit(double[][] windows, int most, double price, long seed) {
        Require.that(windows.length > 1, "at least two windows", windows.length + " windows");
        int dimensions = windows[0].length;
        BaumWelch.Fit one = null;
        BaumWelch.Fit best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int clusters = 1; clusters <= most; clusters++) {
            BaumWelch.Options options =
                    new BaumWelch.Options(
                            clusters,
                            BaumWelch.Covariance.FULL,
                            3,
                            60,
                            0.5,
                            LEAST_VARIANCE,
                            seed + clusters);
            BaumWelch.Fit fit = BaumWelch.fit(List.<double[][]>of(windows), options);
            one = one == null ? fit : one;
            double parameters =
                    clusters * (dimensions + dimensions * (dimensions + 1) / 2.0)
                            + clusters * (clusters - 1);
            double score = fit.logLikelihood() - price * parameters * Math.log(windows.length) / 2;
            if (score > bestScore) {
                bestScore = score;
                best = fit;
            }
        }
        double gain = (best.logLikelihood() - one.logLikelihood()) / windows.length;
        HiddenMarkovModel model = gain < LEAST_GAIN ? one.model() : best.model();
        int[] names = new int[model.states()];
        for (int i = 0; i < names.length; i++) {
            names[i] = i;
        }
        return new MicroRegimes(model, names);
    }

    /** Returns these clusters under the names of an earlier fit, new ones under new names. */
    public MicroRegimes named(MicroRegimes earlier, int nextName) {
        double[][] cost = new double[model.states()][earlier.model.states()];
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                cost[i][j] = distance(i, earlier, j);
            }
        }
        int[] match = LabelMatching.match(cost);
        int[] matched = new int[match.length];
        int next = nextName;
        for (int i = 0; i < match.length; i++) {
            matched[i] = match[i] < 0 ? next++ : earlier.names[match[i]];
        }
        return new MicroRegimes(model, matched);
    }

    private double distance(int cluster, MicroRegimes earlier, int other) {
        double[] here = model.emission(cluster).mean();
        double[] there = earlier.model.emission(other).mean();
        double[][] covariance = earlier.model.emission(other).covariance();
        double sum = 0;
        for (int d = 0; d < here.length; d++) {
            sum += (here[d] - there[d]) * (here[d] - there[d]) / covariance[d][d];
        }
        return sum;
    }

    public int count() {
        return model.states();
    }

    /** Name of a cluster. */
    public int name(int cluster) {
        return names[cluster];
    }

    /** Returns a filter that assigns windows as they come. */
    public ForwardFilter filter() {
        return new ForwardFilter(model);
    }

    /** Returns the name of the likeliest cluster of each window, by what came before it only. */
    public int[] assign(double[][] windows) {
        ForwardFilter filter = filter();
        int[] assigned = new int[windows.length];
        for (int t = 0; t < windows.length; t++) {
            filter.observe(windows[t]);
            int best = 0;
            for (int k = 1; k < count(); k++) {
                best = filter.probability(k) > filter.probability(best) ? k : best;
            }
            assigned[t] = names[best];
        }
        return assigned;
    }
}
