package io.huihui.models.directive;

import io.huihui.models.decision.Leg;
import io.huihui.models.decision.LegSide;
import io.huihui.models.decision.LegTerms;
import io.huihui.models.decision.OptionPlan;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.feature.ChainQuote;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the chosen options are worth: where the trade is given up or has reached a target, half a
 * horizon from now, and at the end of the horizon where the thesis came true, did not, or was not
 * decided. The thesis speaks of its horizon only: a stop or target lies up to a day's range away,
 * so its probability is not that of one before the other. Values are of one unit, net of all legs,
 * currency per share.
 *
 * @param legs the options
 * @param targets repricing at the targets, nearest first
 * @param stop repricing where the thesis is given up
 * @param right repricing at the end of the horizon, the thesis being right
 * @param wrong likewise, its opposite being right
 * @param undecided likewise, neither being right
 */
record OptionScenario(
        ChosenLegs legs,
        List<ToDoubleFunction<ChosenLegs.Chosen>> targets,
        ToDoubleFunction<ChosenLegs.Chosen> stop,
        ToDoubleFunction<ChosenLegs.Chosen> right,
        ToDoubleFunction<ChosenLegs.Chosen> wrong,
        ToDoubleFunction<ChosenLegs.Chosen> undecided) {

    OptionScenario {
        targets = List.copyOf(targets);
    }

    /**
     * Returns the scenario of a price thesis.
     *
     * @param move what the price does within the horizon
     */
    static OptionScenario directional(
            ChosenLegs legs, StopAndTargets ends, HorizonMove move, ThesisTimes times) {
        List<ToDoubleFunction<ChosenLegs.Chosen>> targets = new ArrayList<>();
        for (double target : ends.targets()) {
            targets.add(leg -> legs.at(leg, target, times.halfway(), 0));
        }
        return new OptionScenario(
                legs,
                targets,
                leg -> legs.at(leg, ends.stop(), times.halfway(), 0),
                leg -> move.decided(ends.sign(), price -> legs.at(leg, price, times.end(), 0)),
                leg -> move.decided(-ends.sign(), price -> legs.at(leg, price, times.end(), 0)),
                leg -> move.undecided(price -> legs.at(leg, price, times.end(), 0)));
    }

    /**
     * Returns the scenario of a volatility thesis: volatility moves by one standard deviation of an
     * hour, and the price by one up or down.
     *
     * @param toward +1 for expansion, -1 for contraction
     */
    static OptionScenario volatility(
            ChosenLegs legs, VolatilityMove move, double mid, ThesisTimes times, int toward) {
        double change = toward * move.volatility();
        return new OptionScenario(
                legs,
                List.of(leg -> move.value(legs, leg, mid, times.halfway(), change)),
                leg -> move.value(legs, leg, mid, times.halfway(), -change),
                leg -> move.value(legs, leg, mid, times.end(), change),
                leg -> move.value(legs, leg, mid, times.end(), -change),
                leg -> move.value(legs, leg, mid, times.end(), 0));
    }

    double stopValue() {
        return legs.net(stop);
    }

    /** Returns the mean over right, wrong and undecided. */
    double expected(Judgement judgement) {
        double p = judgement.probability();
        double decided = p * legs.net(right) + (1 - p) * legs.net(wrong);
        return judgement.decided() * decided + (1 - judgement.decided()) * legs.net(undecided);
    }

    /** Returns the plan of these options. */
    OptionPlan plan(
            StrategyRule rule,
            OptionSize size,
            double expectedValue,
            long validUntilMillis,
            boolean assumedRange) {
        List<Leg> chosen = new ArrayList<>();
        for (ChosenLegs.Chosen leg : legs.legs()) {
            chosen.add(leg(rule, leg));
        }
        return new OptionPlan(
                chosen,
                legs.expiryTimeMillis(),
                size.units(),
                legs.multiplier(),
                legs.mid(),
                legs.entryLimit(),
                validUntilMillis,
                stopValue(),
                targets.stream().map(legs::net).toList(),
                expectedValue,
                size.riskPerUnit(),
                assumedRange);
    }

    private Leg leg(StrategyRule rule, ChosenLegs.Chosen leg) {
        ChainQuote quote = leg.quote();
        return new Leg(
                leg.side(),
                quote.contract().kind(),
                1,
                rule.daysToExpiry(),
                leg.side() == LegSide.LONG ? rule.longDelta() : rule.shortDelta(),
                quote.contract(),
                PriceLevel.option(quote.mid()),
                new LegTerms(
                        quote.bid(),
                        quote.ask(),
                        quote.impliedVolAnnual(),
                        quote.delta(),
                        quote.openInterest(),
                        quote.dayVolume(),
                        quote.liquidityScore(),
                        option(stop.applyAsDouble(leg)),
                        targets.stream().map(worth -> option(worth.applyAsDouble(leg))).toList()));
    }

    /** A repriced option may be a rounding error below nothing. */
    private static PriceLevel option(double worth) {
        return PriceLevel.option(Math.max(0, worth));
    }
}
