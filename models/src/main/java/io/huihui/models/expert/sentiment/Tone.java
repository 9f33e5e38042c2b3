package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;

/**
 * How good or bad a text is for a price.
 *
 * @param negative probability that it is bad
 * @param neutral probability that it is neither
 * @param positive probability that it is good; the three sum to 1
 */
public record Tone(double negative, double neutral, double positive) {

    /** Sums of three rounded probabilities. */
    private static final double TOLERANCE = 1e-6;

    public Tone {
        Require.within("negative", negative, 0, 1);
        Require.within("neutral", neutral, 0, 1);
        Require.within("positive", positive, 0, 1);
        Require.that(
                Math.abs(negative + neutral + positive - 1) < TOLERANCE,
                "probabilities that sum to 1",
                () -> negative + " + " + neutral + " + " + positive);
    }

    /** Returns the expected tone, -1 bad .. 1 good. */
    public double score() {
        return positive - negative;
    }
}
