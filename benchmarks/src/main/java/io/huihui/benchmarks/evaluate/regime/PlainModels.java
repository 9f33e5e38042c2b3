package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.regime.hmm.BaumWelch;
import io.huihui.models.expert.regime.hmm.ForwardFilter;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import java.util.ArrayList;
import java.util.List;

/** What the forecaster is measured against: rules with persistence, and a plain two-state model. */
final class PlainModels {

    private static final int VOLATILITY = Recording.place(Feature.REALIZED_VOL_1S);
    private static final int MID = Recording.place(Feature.MID);
    private static final int MINUTE = 60;

    /** Volatilities below this are one minute without any quote. */
    private static final double LEAST_VOLATILITY = 0.005;

    private PlainModels() {}

    /** Returns the conditions that rules show, held with a margin and a least stay. */
    static List<Watched.Flip> rules(Recording recording) {
        RuleBasedRegimeExpert expert = new RuleBasedRegimeExpert();
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        List<Watched.Flip> flips = new ArrayList<>();
        MarketCondition shown = null;
        for (int t = 0; t < recording.seconds(); t++) {
            var opinion = expert.observe(recording.snapshot(t, scratch));
            if (opinion.regime() == null) {
                continue;
            }
            MarketCondition condition = opinion.regime().state().condition();
            if (condition == MarketCondition.UNCLEAR_OR_TRANSITIONING || condition == shown) {
                continue;
            }
            if (shown != null) {
                flips.add(new Watched.Flip(recording.endMillis(t), condition.ordinal()));
            }
            shown = condition;
        }
        return flips;
    }

    /** Returns return and ln volatility of every minute, as a plain model is given. */
    static double[][] minutes(Recording recording) {
        List<double[]> minutes = new ArrayList<>();
        for (int t = MINUTE; t < recording.seconds(); t += MINUTE) {
            double squares = 0;
            for (int s = t - MINUTE; s < t; s++) {
                double value = recording.rows()[s][VOLATILITY];
                squares += Double.isNaN(value) ? 0 : value * value;
            }
            double change =
                    Math.log(recording.rows()[t][MID] / (double) recording.rows()[t - MINUTE][MID]);
            double volatility = Math.max(LEAST_VOLATILITY, Math.sqrt(squares / MINUTE));
            if (Double.isFinite(change)) {
                minutes.add(new double[] {1e4 * change, Math.log(volatility)});
            }
        }
        return minutes.toArray(double[][]::new);
    }

    /** Fits two states with full covariances; the second is the wilder one. */
    static HiddenMarkovModel twoStates(List<Recording> training) {
        List<double[][]> sequences = training.stream().map(PlainModels::minutes).toList();
        BaumWelch.Options options =
                new BaumWelch.Options(2, BaumWelch.Covariance.FULL, 3, 200, 1e-3, 1e-9, 1);
        HiddenMarkovModel model = BaumWelch.fit(sequences, options).model();
        boolean ordered = model.emission(0).mean(1) <= model.emission(1).mean(1);
        return ordered ? model : model.reordered(new int[] {1, 0});
    }

    /** Returns the flips between calm (0) and wild (1) of its filter. */
    static List<Watched.Flip> twoStateFlips(Recording recording, HiddenMarkovModel model) {
        ForwardFilter filter = new ForwardFilter(model);
        List<Watched.Flip> flips = new ArrayList<>();
        int shown = -1;
        int minute = 0;
        for (double[] observation : minutes(recording)) {
            filter.observe(observation);
            minute++;
            int state = filter.probability(1) >= 0.5 ? 1 : 0;
            if (shown >= 0 && state != shown) {
                flips.add(new Watched.Flip(recording.endMillis(minute * MINUTE), state));
            }
            shown = state;
        }
        return flips;
    }

    /** Whether a condition counts as wild. */
    static int wild(int condition) {
        return condition >= MarketCondition.HIGH_VOL_TRENDING.ordinal()
                        && condition <= MarketCondition.STRESS.ordinal()
                ? 1
                : 0;
    }

    /** Returns the flips between calm and wild among flips of conditions. */
    static List<Watched.Flip> calmOrWild(List<Watched.Flip> flips, int first) {
        List<Watched.Flip> kept = new ArrayList<>();
        int shown = first;
        for (Watched.Flip flip : flips) {
            if (wild(flip.to()) != shown) {
                shown = wild(flip.to());
                kept.add(new Watched.Flip(flip.millis(), shown));
            }
        }
        return kept;
    }
}
