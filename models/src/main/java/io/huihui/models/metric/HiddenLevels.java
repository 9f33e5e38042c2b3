package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/**
 * HIDDEN_LEVEL_HEURISTIC: strikes where several measures of options are odd at once. The
 * predecessor called these dark-pool levels; no off-exchange print goes into them.
 */
final class HiddenLevels {

    /**
     * Weights of the sizes of six scores across strikes: gamma, gamma less delta, net premium,
     * vanna and vomma, charm-adjusted gamma, open interest.
     */
    private static final double[] WEIGHTS = {0.4, 0.2, 0.15, 0.1, 0.1, 0.05};

    /** The strikes of the highest tenth are levels. */
    private static final double LEVEL_SHARE = 0.9;

    /** Weighted oddity of each strike, 0 and above. */
    final double[] scores;

    private final StrikeTable table;

    HiddenLevels(StrikeTable table) {
        this.table = table;
        double[] gamma = RobustScore.across(table.gamma);
        double[] delta = RobustScore.across(table.delta);
        double[] premium = RobustScore.across(table.netPremium);
        double[] vanna = RobustScore.across(table.vanna);
        double[] vomma = RobustScore.across(table.vomma);
        double[] charm = RobustScore.across(table.charm);
        double[] open = RobustScore.across(table.openInterest);
        scores = new double[table.rows()];
        for (int k = 0; k < scores.length; k++) {
            double[] parts = {
                gamma[k],
                gamma[k] - delta[k],
                premium[k],
                0.5 * (Math.abs(vanna[k]) + Math.abs(vomma[k])),
                gamma[k] * Math.tanh(Math.abs(charm[k])),
                open[k]
            };
            for (int part = 0; part < parts.length; part++) {
                scores[k] += WEIGHTS[part] * Math.abs(parts[part]);
            }
        }
    }

    /** Publishes the level nearest to spot and its score. */
    void publish(double spot, FeatureVector.Builder out) {
        double least = StrikeMath.quantile(scores, LEVEL_SHARE);
        int nearest = -1;
        for (int k = 0; k < scores.length; k++) {
            boolean level = scores[k] > 0 && scores[k] >= least;
            if (level
                    && (nearest < 0
                            || Math.abs(table.strikes[k] - spot)
                                    < Math.abs(table.strikes[nearest] - spot))) {
                nearest = k;
            }
        }
        out.setOrMissing(
                Feature.HIDDEN_LEVEL_STRIKE,
                nearest < 0 ? Double.NaN : table.strikes[nearest],
                Quality.DEGENERATE);
        out.setOrMissing(
                Feature.HIDDEN_LEVEL_SCORE,
                nearest < 0 ? Double.NaN : scores[nearest],
                Quality.DEGENERATE);
    }
}
