package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;

import java.util.List;

/**
 * What the regime expert made of a second.
 *
 * @param condition the one held
 * @param probabilities of each condition, in the order of {@link MarketCondition}
 */
public record ConditionsSeen(
        String symbol,
        long secondEndMillis,
        MarketCondition condition,
        List<Double> probabilities) {

    public ConditionsSeen {
        Require.text("symbol", symbol);
        Require.present("condition", condition);
        probabilities = List.copyOf(probabilities);
        if (probabilities.size() != MarketCondition.count()) {
            throw Require.violated(
                    MarketCondition.count() + " probabilities, one per condition",
                    probabilities.size() + " probabilities");
        }
    }

    /** Returns what a market state says. */
    public static ConditionsSeen of(MarketState state) {
        return new ConditionsSeen(
                state.snapshot().symbol(),
                state.snapshot().secondEndMillis(),
                state.condition(),
                state.posterior().stream().map(ConditionProbability::probability).toList());
    }
}
