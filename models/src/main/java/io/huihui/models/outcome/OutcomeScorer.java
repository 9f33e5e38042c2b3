package io.huihui.models.outcome;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;

/** Says how right a prediction was, once its horizon has passed. */
public final class OutcomeScorer {

    /**
     * Smallest probability a log loss is taken of: a predictor that was certain and wrong loses
     * about 13.8 nats instead of infinitely many, so that one such case does not drown a mean.
     */
    public static final double SMALLEST_PROBABILITY = 1e-6;

    /** Brier score of one third each, whatever happens. */
    public static final double UNIFORM_BRIER = 2.0 / 3;

    private OutcomeScorer() {}

    /** Returns what a return is, by the band of {@link Thesis#FLAT_BAND_SIGMAS} sigmas. */
    public static Direction direction(double logReturn, double sigma) {
        double band = Thesis.FLAT_BAND_SIGMAS * sigma;
        if (Math.abs(logReturn) <= band) {
            return Direction.FLAT;
        }
        return logReturn > 0 ? Direction.UP : Direction.DOWN;
    }

    /**
     * Returns the outcome of a prediction.
     *
     * @param then price at the snapshot; its sigma has to be known
     * @param mid price at snapshot + horizon
     */
    public static Outcome score(
            Prediction prediction,
            Horizon horizon,
            PricePoint then,
            double mid,
            String marketState) {
        Thesis thesis = prediction.theses().get(horizon.ordinal());
        double logReturn = Math.log(mid / then.mid());
        double sigma = then.sigma(horizon);
        Direction realized = direction(logReturn, sigma);
        return new Outcome(
                prediction.snapshot(),
                prediction.predictor(),
                prediction.modelVersion(),
                thesis,
                realized,
                logReturn,
                sigma,
                marketState,
                brier(thesis, realized),
                logLoss(thesis, realized),
                thesis.likeliest() == realized,
                prediction.abstained());
    }

    /** Returns the sum over the classes of (probability - indicator)^2, 0..2. */
    public static double brier(Thesis thesis, Direction realized) {
        double sum = 0;
        for (Direction direction : Direction.values()) {
            double miss = thesis.probability(direction) - (direction == realized ? 1 : 0);
            sum += miss * miss;
        }
        return Math.min(2, sum);
    }

    /** Returns -ln(probability of what happened), nats. */
    public static double logLoss(Thesis thesis, Direction realized) {
        double probability = Math.max(SMALLEST_PROBABILITY, thesis.probability(realized));
        return Math.max(0, -Math.log(probability));
    }
}
