package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * How likely one market condition is.
 *
 * @param probability 0..1; those of a market state sum to 1
 */
public record ConditionProbability(MarketCondition condition, double probability) {

    public ConditionProbability {
        Require.present("condition", condition);
        Require.within("probability", probability, 0, 1);
    }
}
