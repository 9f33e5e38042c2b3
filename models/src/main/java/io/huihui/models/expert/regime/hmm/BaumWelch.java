package io.huihui.models.expert.regime.hmm;

import io.huihui.models.Require;

import java.util.List;

/**
 * Fits a hidden Markov model by expectation and maximisation: of several starts the one of highest
 * likelihood.
 *
 * <p>Reference: L. Rabiner, "A tutorial on hidden Markov models and selected applications in speech
 * recognition", Proceedings of the IEEE, 1989, section III C.
 */
public final class BaumWelch {

    /** Whether each state has its own covariance, or all share one. */
    public enum Covariance {
        FULL,
        SHARED
    }

    /**
     * How to fit.
     *
     * @param states number of states
     * @param starts starts to try, each from other centres
     * @param iterations most iterations of one start
     * @param tolerance a gain in log likelihood below it ends a start
     * @param leastVariance share of the pooled variance that is added to every variance: a state
     *     that closes in on few points would have an infinite likelihood
     * @param seed of the centres; equal seeds give equal fits
     */
    public record Options(
            int states,
            Covariance covariance,
            int starts,
            int iterations,
            double tolerance,
            double leastVariance,
            long seed) {

        public Options {
            Require.that(states > 0, "states > 0", () -> "states=" + states);
            Require.present("covariance", covariance);
            Require.that(starts > 0, "starts > 0", () -> "starts=" + starts);
            Require.that(iterations > 0, "iterations > 0", () -> "iterations=" + iterations);
            Require.notNegative("tolerance", tolerance);
            Require.positive("leastVariance", leastVariance);
        }
    }

    /** The fitted model, its log likelihood, and how many iterations its start took. */
    public record Fit(HiddenMarkovModel model, double logLikelihood, int iterations) {}

    private BaumWelch() {}

    /** Returns the best fit to sequences that are independent of each other. */
    public static Fit fit(List<double[][]> sequences, Options options) {
        Fit best = null;
        for (int start = 0; start < options.starts(); start++) {
            HiddenMarkovModel first = Centres.model(sequences, options, start);
            Fit fit = refine(sequences, first, options);
            best = best == null || fit.logLikelihood() > best.logLikelihood() ? fit : best;
        }
        return best;
    }

    /** Returns the fit reached from a model of one's own choice. */
    public static Fit refine(List<double[][]> sequences, HiddenMarkovModel first, Options options) {
        FitSteps steps = new FitSteps(first);
        while (!steps.step(sequences, options)) {
            // Each step is one iteration.
        }
        return steps.fit();
    }
}
