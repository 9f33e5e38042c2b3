package io.huihui.models.expert.regime.forecast;

import io.huihui.models.ParameterText;
import io.huihui.models.Require;

/**
 * How tilt and short implied volatility run towards the level of each condition: an autoregression
 * of one chain on the one before, whose noise has fat tails, because announcements of a switch bend
 * both.
 *
 * @param tiltSpeed share of the distance left after a minute is exp(-speed)
 * @param tiltDeviation noise of a minute
 * @param volSpeed of the short volatility
 * @param volDeviation noise of a minute as a share of the volatility
 * @param tiltLevel by condition
 * @param premium short volatility less realised, by condition, annual
 * @param weight what the evidence counts, 0..1: chains are not independent of each other
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ChainModel(
        double tiltSpeed,
        double tiltDeviation,
        double volSpeed,
        double volDeviation,
        double[] tiltLevel,
        double[] premium,
        double weight) {

    /** Share of chains whose move is another kind, and how much wider those are. */
    private static final double OUTLIERS = 0.1;

    private static final double OUTLIER_WIDTH = 4;

    /** No move is impossible: a density of 0 in all conditions would leave none. */
    private static final double NEVER = 1e-12;

    public ChainModel {
        Require.positive("tiltSpeed", tiltSpeed);
        Require.positive("tiltDeviation", tiltDeviation);
        Require.positive("volSpeed", volSpeed);
        Require.positive("volDeviation", volDeviation);
        Require.within("weight", weight, 0, 1);
        tiltLevel = tiltLevel.clone();
        premium = premium.clone();
    }

    static ChainModel read(ParameterText text) {
        double[] dynamics = text.numbers("chain", 5);
        return new ChainModel(
                dynamics[0],
                dynamics[1],
                dynamics[2],
                dynamics[3],
                text.numbers("tilt-level", ForecastModel.CONDITIONS),
                text.numbers("premium", ForecastModel.CONDITIONS),
                dynamics[4]);
    }

    /** Returns how far the tilt is from what the condition leads to expect, in deviations. */
    double tiltResidual(ChainMoves moves, int condition) {
        double left = Math.exp(-tiltSpeed * moves.minutes());
        double expected = left * moves.tiltBefore() + (1 - left) * tiltLevel[condition];
        return (moves.tilt() - expected) / (tiltDeviation * Math.sqrt(moves.minutes()));
    }

    /** Returns the same of the short volatility. */
    double volResidual(ChainMoves moves, int condition) {
        double left = Math.exp(-volSpeed * moves.minutes());
        double target = moves.realised() + premium[condition];
        double expected = left * moves.shortVolBefore() + (1 - left) * target;
        double deviation = volDeviation * moves.shortVolBefore() * Math.sqrt(moves.minutes());
        return (moves.shortVol() - expected) / deviation;
    }

    /** Returns the likelihood of a residual in deviations, up to a constant. */
    double likelihood(double residual) {
        if (Double.isNaN(residual)) {
            return 1;
        }
        double wide = residual / OUTLIER_WIDTH;
        double density =
                (1 - OUTLIERS) * Math.exp(-0.5 * residual * residual)
                        + OUTLIERS / OUTLIER_WIDTH * Math.exp(-0.5 * wide * wide);
        return Math.pow(density + NEVER, weight);
    }
}
