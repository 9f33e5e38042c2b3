package io.huihui.models.expert;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;

/**
 * What an expert said and looked at some time ago, and what the price then did. It exists only once
 * the horizon has passed.
 */
public final class ResolvedOpinion {

    private final long predictedAtMillis;
    private final double[] inputs;
    private final Thesis said;
    private final Direction realized;
    private final double logReturn;
    private final double sigma;
    private final double weight;

    /** An opinion whose horizon has passed. */
    public ResolvedOpinion(
            long predictedAtMillis,
            double[] inputs,
            Thesis said,
            Direction realized,
            double logReturn,
            double sigma,
            double weight) {
        this.predictedAtMillis = predictedAtMillis;
        this.inputs = inputs;
        this.said = said;
        this.realized = realized;
        this.logReturn = logReturn;
        this.sigma = sigma;
        this.weight = weight;
    }

    /** End of the second it was said at. */
    public long predictedAtMillis() {
        return predictedAtMillis;
    }

    /** What the expert looked at, in its own order; NaN = missing. Not to be changed. */
    public double[] inputs() {
        return inputs;
    }

    /** What was said, before calibration. */
    public Thesis said() {
        return said;
    }

    public Horizon horizon() {
        return said.horizon();
    }

    /** What happened. */
    public Direction realized() {
        return realized;
    }

    /** ln(mid at horizon / mid at the prediction). */
    public double logReturn() {
        return logReturn;
    }

    /** Standard deviation of the log return that was expected at the prediction. */
    public double sigma() {
        return sigma;
    }

    /** How many independent outcomes it is worth: neighbours look at almost the same path. */
    public double weight() {
        return weight;
    }
}
