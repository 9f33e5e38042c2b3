package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * What one input added to a score.
 *
 * @param input name of the input, e.g. a feature's
 * @param value in the unit of the score (log-odds for a probability)
 */
public record Contribution(String input, double value) {

    public Contribution {
        Require.text("input", input);
        Require.finite("value", value);
    }
}
