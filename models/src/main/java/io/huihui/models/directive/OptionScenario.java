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
 * What the chosen options are worth where the thesis is right, wrong or undecided, half a horizon
 * from now. Values are of one unit, net of all legs, currency per share.
 *
 * @param legs the options
 * @param right repricings at the targets, nearest first
 * @param wrong repricing where the thesis is given up
 * @param undecided repricing where nothing was decided
 */
record OptionScenario(
        ChosenLegs legs,
        List<ToDoubleFunction<ChosenLegs.Chosen>> right,
        ToDoubleFunction<ChosenLegs.Chosen> wrong,
        ToDoubleFunction<ChosenLegs.Chosen> undecided) {

    OptionScenario {
        right = List.copyOf(right);
    }

    /** Returns the scenario of a price thesis: the price is at a target, at the stop, or here. */
    static OptionScenario directional(
            ChosenLegs legs, StopAndTargets ends, double mid, long millis) {
        List<ToDoubleFunction<ChosenLegs.Chosen>> right = new ArrayList<>();
        for (double target : ends.targets()) {
            right.add(leg -> legs.at(leg, target, millis, 0));
        }
        return new OptionScenario(
                legs,
                right,
                leg -> legs.at(leg, ends.stop(), millis, 0),
                leg -> legs.at(leg, mid, millis, 0));
    }

    /**
     * Returns the scenario of a volatility thesis: volatility moves by one standard deviation of an
     * hour, and the price by one up or down.
     *
     * @param toward +1 for expansion, -1 for contraction
     */
    static OptionScenario volatility(
            ChosenLegs legs, VolatilityMove move, double mid, long millis, int toward) {
        double change = toward * move.volatility();
        return new OptionScenario(
                legs,
                List.of(leg -> move.value(legs, leg, mid, millis, change)),
                leg -> move.value(legs, leg, mid, millis, -change),
                leg -> move.value(legs, leg, mid, millis, 0));
    }

    private double net(ToDoubleFunction<ChosenLegs.Chosen> worth) {
        double sum = 0;
        for (ChosenLegs.Chosen leg : legs.legs()) {
            sum += leg.sign() * worth.applyAsDouble(leg);
        }
        return sum;
    }

    double stopValue() {
        return net(wrong);
    }

    /** Returns the mean over right (at the first target), wrong and undecided. */
    double expected(Judgement judgement) {
        double p = judgement.probability();
        double decided = p * net(right.get(0)) + (1 - p) * net(wrong);
        return judgement.decided() * decided + (1 - judgement.decided()) * net(undecided);
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
                right.stream().map(this::net).toList(),
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
                        option(wrong.applyAsDouble(leg)),
                        right.stream().map(worth -> option(worth.applyAsDouble(leg))).toList()));
    }

    /** A repriced option may be a rounding error below nothing. */
    private static PriceLevel option(double worth) {
        return PriceLevel.option(Math.max(0, worth));
    }
}
