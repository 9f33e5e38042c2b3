package io.huihui.models.expert;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;

/**
 * Maps a score of -1..1 to probabilities: up : flat : down = e^(k s) : 1 : e^(-k s). It is the
 * simplest map that is monotone, symmetric (a mirrored score gives mirrored probabilities) and says
 * one third each at 0.
 */
public final class ScoreMap {

    /**
     * Steepness k of the baseline. The predecessor's scores come without any record of skill, so
     * even a score of 1 is allowed to move the odds of up against down only to e : 1.
     */
    public static final double BASELINE_STEEPNESS = 0.5;

    private ScoreMap() {}

    /** Returns the thesis of a score of -1..1. */
    public static Thesis thesis(Horizon horizon, double score) {
        double[] odds = probabilities(score);
        return new Thesis(horizon, odds[0], odds[1], odds[2]);
    }

    /** Returns the volatility view of a score of -1..1; above 0 = expansion. */
    public static VolatilityView volatility(double score) {
        double[] odds = probabilities(score);
        return new VolatilityView(odds[0], odds[1], odds[2]);
    }

    /** [0] positive side, [1] negative side, [2] neither. */
    private static double[] probabilities(double score) {
        Require.within("score", score, -1, 1);
        double up = Math.exp(BASELINE_STEEPNESS * score);
        double down = Math.exp(-BASELINE_STEEPNESS * score);
        double sum = up + down + 1;
        return new double[] {up / sum, down / sum, 1 / sum};
    }

    /** Returns tanh(z / 2): a robust z of ±2 is a strong but not an extreme score. */
    public static double ofZ(double z) {
        return Math.tanh(z / 2);
    }
}
