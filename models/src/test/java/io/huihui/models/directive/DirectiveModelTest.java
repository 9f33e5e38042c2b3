package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Leg;
import io.huihui.models.decision.LegSide;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.OptionPlan;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DirectiveModelTest {

    private static final EventRegimeName SIDEWAYS = EventRegimeName.SIDEWAYS_MARKET;

    @Test
    void tradesTheBullishCaseWithStopBelowAndTargetsAbove() {
        Directive directive = decide(0.52, 0.18, SIDEWAYS);

        assertThat(directive.reason()).contains("rule sideways-debit of strategy-rules/1");
        assertThat(directive.thesis()).isEqualTo(TradeThesis.BULLISH);
        assertThat(directive.plan().structure()).isEqualTo(Structure.CALL_DEBIT_SPREAD);
        // .52 / (.52 + .18)
        assertThat(directive.conviction()).isCloseTo(3.714286, within(1e-6));
        assertThat(directive.basis().calibrated()).isFalse();
        assertThat(directive.plan().stop()).isEqualTo(PriceLevel.underlying(448.5));
        assertThat(directive.plan().targets())
                .containsExactly(PriceLevel.underlying(451), PriceLevel.underlying(452));
    }

    @Test
    void legsAreOfOneExpiryWithinTheirDeltasAndCostWhatTheChainSays() {
        OptionPlan options = decide(0.52, 0.18, SIDEWAYS).plan().options();

        Leg bought = options.legs().get(0);
        Leg sold = options.legs().get(1);
        assertThat(bought.side()).isEqualTo(LegSide.LONG);
        assertThat(sold.side()).isEqualTo(LegSide.SHORT);
        assertThat(bought.terms().delta()).isBetween(.60, .75);
        assertThat(sold.terms().delta()).isBetween(.25, .40);
        assertThat(bought.contract().strike()).isLessThan(sold.contract().strike());
        assertThat(bought.contract().expiryTimeMillis())
                .isEqualTo(sold.contract().expiryTimeMillis())
                .isEqualTo(options.expiryTimeMillis());
        assertThat(options.entryValue())
                .isCloseTo(bought.terms().mid() - sold.terms().mid(), within(1e-9));
        double half = 0.0005 * (bought.terms().mid() + sold.terms().mid());
        // In whole cents.
        assertThat(options.entryLimit() - options.entryValue()).isBetween(half, half + 0.01);
        assertThat(options.entryLimit() * 100 % 1).isCloseTo(0, within(1e-9));
        assertThat(options.entryValidUntilMillis()).isEqualTo(Snapshots.TEN_O_CLOCK + 60_000);
    }

    @Test
    void everyLegIsRepricedAtStopAndTargets() {
        OptionPlan options = decide(0.52, 0.18, SIDEWAYS).plan().options();
        Leg bought = options.legs().get(0);
        Leg sold = options.legs().get(1);

        // A call of delta .6 to .75 loses between .6 and .75 of 1.5, less its gamma.
        assertThat(bought.terms().mid() - bought.terms().stop().price()).isBetween(.8, 1.13);
        assertThat(bought.terms().targets().get(0).price() - bought.terms().mid())
                .isBetween(.55, .8);
        assertThat(options.stopValue())
                .isCloseTo(
                        bought.terms().stop().price() - sold.terms().stop().price(), within(1e-9));
        assertThat(options.targetValues()).hasSize(2).isSorted();
        assertThat(options.expectedValue()).isPositive();
        // The loss at the stop, both spreads and 2.60 commission, of 500 to risk.
        double loss = options.entryLimit() - options.stopValue();
        assertThat(options.riskPerUnit()).isBetween(100 * loss + 2.6, 100 * loss + 4);
        assertThat(options.units()).isEqualTo((int) (500 / options.riskPerUnit()));
    }

    /** The same by ten thousand returns within each class of the thesis, instead of two. */
    @Test
    void expectedValueIsThatOfTheReturnsOfTheHorizon() {
        OptionPlan options = decide(0.52, 0.18, SIDEWAYS).plan().options();
        double sigma = 0.20 * Math.sqrt(15 / (252.0 * 390));
        double[] worth = new double[3];
        double[] weight = new double[3];
        for (int i = -50_000; i <= 50_000; i++) {
            double deviations = i / 1e4;
            int kind = Math.abs(deviations) <= 0.43 ? 1 : deviations > 0 ? 2 : 0;
            double density = Math.exp(-0.5 * deviations * deviations);
            worth[kind] += density * worth(options, 450 * Math.exp(deviations * sigma));
            weight[kind] += density;
        }
        double expected =
                0.18 * worth[0] / weight[0]
                        + 0.30 * worth[1] / weight[1]
                        + 0.52 * worth[2] / weight[2];

        // Two legs, in and out: 2.60 of commission on a hundred shares, and both spreads.
        double spreads =
                options.legs().stream().mapToDouble(l -> l.terms().ask() - l.terms().bid()).sum();
        assertThat(options.expectedValue())
                .isCloseTo(expected - options.entryValue() - spreads - 0.026, within(0.002));
    }

    private static double worth(OptionPlan options, double price) {
        double sum = 0;
        for (Leg leg : options.legs()) {
            long end = Snapshots.TEN_O_CLOCK + 15 * 60_000;
            double one =
                    Repricing.withoutCarry(leg.contract(), Chains.VOLATILITY).at(price, end, 0);
            sum += leg.side() == LegSide.LONG ? one : -one;
        }
        return sum;
    }

    @Test
    void quarterOfAnHourInAQuietMarketDoesNotPayTheSpread() {
        DeskMarket quiet =
                Desks.withChain(DeskMarket.of(Verdicts.market(0, 450, 0.02)), Chains.at(0, 450));

        assertThat(Desks.decide(quiet, bull()).noTradeReason())
                .isEqualTo(NoTradeReason.EXPECTED_VALUE_TOO_LOW);
    }

    @Test
    void directionWithoutAKnownVolatilityIsNotTraded() {
        FeatureVector unknown =
                new FeatureVector.Builder()
                        .set(Feature.MID, 450)
                        .set(Feature.MINUTES_TO_CLOSE, 300)
                        .build();
        DeskMarket market =
                Desks.withChain(DeskMarket.of(Snapshots.at(0, unknown)), Chains.at(0, 450));

        assertThat(Desks.decide(market, bull()).noTradeReason())
                .isEqualTo(NoTradeReason.MISSING_INPUT);
    }

    @Test
    void daysToExpirySayWhenItEnds() {
        Directive spread = decide(0.52, 0.18, SIDEWAYS);
        long left = spread.plan().options().expiryTimeMillis() - Snapshots.TEN_O_CLOCK;
        assertThat(spread.plan().exitByMillis()).isEqualTo(Snapshots.TEN_O_CLOCK + left / 2);

        Directive hedge = decide(0.62, 0.10, EventRegimeName.EOD_HEDGING_PRESSURE_BUY);
        assertThat(hedge.plan().structure()).isEqualTo(Structure.LONG_CALL);
        // Out two minutes before the close at sixteen o'clock, as the thesis is about the close.
        assertThat(hedge.plan().exitByMillis())
                .isEqualTo(Snapshots.TEN_O_CLOCK + (6 * 60 - 2) * 60_000L);
    }

    @Test
    void stopGoesBehindTheNearestLevelAndTheTargetNotBeyondTheNextOne() {
        DeskMarket near = Desks.withLevels(Desks.withChain(0, 450), 449.2, 450.95);
        DeskMarket tooNear = Desks.withLevels(Desks.withChain(0, 450), 449.5, 452);
        DeskMarket farther = Desks.withLevels(Desks.withChain(0, 450), 447, 449);

        Directive behind = Desks.decide(near, bull());
        assertThat(behind.plan().stop().price()).isCloseTo(449.1, within(1e-9));
        assertThat(behind.plan().targets().get(0).price()).isCloseTo(450.95, within(1e-9));
        assertThat(behind.plan().targets().get(1).price()).isCloseTo(451.95, within(1e-9));
        // .6 of a range away: noise would hit it.
        assertThat(Desks.decide(tooNear, bull()).plan().stop().price()).isEqualTo(448.5);
        assertThat(Desks.decide(farther, bull()).plan().stop().price()).isEqualTo(448.5);
    }

    @Test
    void nearResistanceMakesTheTargetNotWorthTheStop() {
        // .4 x .743 against 1.5 x .257
        DeskMarket blocked = Desks.withLevels(Desks.withChain(0, 450), Double.NaN, 450.4);

        assertThat(Desks.decide(blocked, bull()).noTradeReason())
                .isEqualTo(NoTradeReason.REWARD_TOO_LOW);
    }

    @Test
    void missingRangeIsOnePercentAndFlagged() {
        FeatureVector noRange =
                new FeatureVector.Builder()
                        .set(Feature.MID, 450)
                        .set(Feature.REALIZED_VOL_60M, 0.20)
                        .set(Feature.MINUTES_TO_CLOSE, 300)
                        .build();
        DeskMarket market =
                Desks.withChain(DeskMarket.of(Snapshots.at(0, noRange)), Chains.at(0, 450));

        Directive directive = Desks.decide(market, bull());
        assertThat(directive.plan().stop().price()).isCloseTo(450 - 1.5 * 4.5, within(1e-9));
        assertThat(directive.plan().options().assumedRange()).isTrue();
        assertThat(decide(0.52, 0.18, SIDEWAYS).plan().options().assumedRange()).isFalse();
    }

    @Test
    void lowConvictionIsNeverLiftedToTheMinimum() {
        Directive directive = decide(0.40, 0.35, SIDEWAYS);

        assertThat(directive.noTradeReason()).isEqualTo(NoTradeReason.CONVICTION_TOO_LOW);
        assertThat(directive.conviction()).isCloseTo(5 * 0.40 / 0.75, within(1e-12));
    }

    /** It would be closed two seconds later, and opened again, and closed. */
    @Test
    void tradeThatItsRegimeWouldCloseIsNotOpened() {
        EventRegimeName bearish = EventRegimeName.EOD_HEDGING_PRESSURE_SELL;
        EventRegimeName bullish = EventRegimeName.EOD_HEDGING_PRESSURE_BUY;

        Directive against = decide(0.62, 0.10, SIDEWAYS, bearish);
        assertThat(against.noTradeReason()).isEqualTo(NoTradeReason.REGIME_AGAINST);
        assertThat(against.reason()).contains("EOD_HEDGING_PRESSURE_SELL", "BULLISH");
        assertThat(decide(0.62, 0.10, SIDEWAYS, bullish, bearish).isTrade()).isTrue();
        assertThat(decide(0.10, 0.62, SIDEWAYS, bearish).isTrade()).isTrue();
    }

    @Test
    void withoutARegimeItTakesAConvictionOfFour() {
        assertThat(decide(0.52, 0.18).noTradeReason()).isEqualTo(NoTradeReason.NO_RULE);
        assertThat(decide(0.60, 0.12).isTrade()).isTrue();
    }

    @Test
    void everyObstacleHasItsReason() {
        DeskMarket shut = DeskMarket.of(Snapshots.at(0, new FeatureVector.Builder().build()));
        DeskMarket stale = Desks.withChain(Desks.market(120, 450), Chains.at(0, 450));
        DeskMarket wide =
                Desks.withChain(Desks.market(0, 450), Chains.at(0, 450, Chains.VOLATILITY, 0.06));
        DeskMarket costly =
                Desks.withChain(Desks.market(0, 450), Chains.at(0, 450, Chains.VOLATILITY, 0.03));
        Recommendation open = RecommendationLife.open(decide(0.52, 0.18, SIDEWAYS), null);

        assertThat(Desks.decide(shut, bull()).noTradeReason())
                .isEqualTo(NoTradeReason.MARKET_CLOSED);
        assertThat(Desks.decide(Desks.market(0, 450), bull()).noTradeReason())
                .isEqualTo(NoTradeReason.NO_CONTRACTS);
        assertThat(Desks.decide(stale, Verdicts.leaning(120, 0.52, 0.18, SIDEWAYS)).noTradeReason())
                .isEqualTo(NoTradeReason.NO_CONTRACTS);
        assertThat(Desks.decide(wide, bull()).noTradeReason())
                .isEqualTo(NoTradeReason.NO_CONTRACTS);
        assertThat(Desks.decide(costly, bull()).noTradeReason())
                .isEqualTo(NoTradeReason.EXPECTED_VALUE_TOO_LOW);
        assertThat(Desks.decide(Desks.withChain(0, 450), bull(), null, 1_600).noTradeReason())
                .isEqualTo(NoTradeReason.DAILY_LOSS_LIMIT);
        assertThat(Desks.decide(Desks.withChain(0, 450), bull(), open, 0).noTradeReason())
                .isEqualTo(NoTradeReason.ALREADY_OPEN);
    }

    /** A price that has moved since the chain would otherwise be taken for a bargain. */
    @Test
    void whatThePriceDidBeforeTheDecisionIsNoProfit() {
        double still = value(Desks.withChain(Desks.market(0, 450), Chains.at(0, 450)));
        double risen = value(Desks.withChain(Desks.market(0, 450.5), Chains.at(0, 450)));

        // A call spread of delta .3 or so is worth .15 more.
        assertThat(risen).isCloseTo(still, within(0.02));
    }

    private static double value(DeskMarket market) {
        return Desks.decide(market, bull()).plan().options().expectedValue();
    }

    @Test
    void quotesThatTheirVolatilityDoesNotExplainAreNotTraded() {
        ChainView quotes = Chains.at(0, 445);
        List<ChainQuote> mixed = new ArrayList<>();
        for (ChainQuote quote : quotes.quotes()) {
            mixed.add(
                    new ChainQuote(
                            quote.contract(),
                            quote.bid(),
                            quote.ask(),
                            quote.impliedVolAnnual(),
                            quote.delta(),
                            quote.openInterest(),
                            quote.dayVolume(),
                            450,
                            quote.discountFactor()));
        }
        DeskMarket market =
                Desks.withChain(
                        Desks.market(0, 450), new ChainView(quotes.asOfMillis(), 450, mixed));

        Directive directive = Desks.decide(market, bull());
        assertThat(directive.noTradeReason()).isEqualTo(NoTradeReason.NO_CONTRACTS);
        assertThat(directive.reason()).contains("CALL", "is of another moment than the price");
    }

    @Test
    void unitThatRisksMoreThanATradeMayIsNotTraded() {
        double risk = decide(0.52, 0.18, SIDEWAYS).plan().options().riskPerUnit();

        assertThat(risking(risk + 1).plan().options().units()).isEqualTo(1);
        assertThat(risking(risk - 1).noTradeReason()).isEqualTo(NoTradeReason.RISK_TOO_LARGE);
    }

    @Test
    void expansionIsTradedAsAStraddleWhenItsMoveIsWorthMoreThanItCosts() {
        Directive directive = volatility(0.80, 0.05, 0.20, 0.02, 0.40);

        assertThat(directive.thesis()).isEqualTo(TradeThesis.VOL_EXPANSION);
        assertThat(directive.plan().structure()).isEqualTo(Structure.LONG_STRADDLE);
        OptionPlan options = directive.plan().options();
        assertThat(options.legs())
                .extracting(leg -> leg.contract().strike())
                .containsExactly(450.0, 450.0);
        assertThat(options.targetValues().get(0)).isGreaterThan(options.entryValue());
        assertThat(options.stopValue()).isLessThan(options.targetValues().get(0));
        assertThat(directive.plan().stop()).isNull();
        assertThat(directive.plan().targets()).isEmpty();
    }

    @Test
    void contractionIsTradedAsACondorOfFourLegs() {
        Directive directive = volatility(0.05, 0.80, 0.05, 0.01, 0.70);

        assertThat(directive.plan().structure()).isEqualTo(Structure.IRON_CONDOR);
        OptionPlan options = directive.plan().options();
        assertThat(options.legs())
                .extracting(Leg::side)
                .containsExactly(LegSide.LONG, LegSide.SHORT, LegSide.SHORT, LegSide.LONG);
        assertThat(options.legs()).extracting(leg -> leg.contract().strike()).isSorted();
        // Premium is received; it is worth more, so less is owed, when volatility falls.
        assertThat(options.entryValue()).isNegative();
        assertThat(options.targetValues().get(0)).isGreaterThan(options.stopValue());
    }

    @Test
    void volatilityWithoutItsOwnVolatilityIsNotTraded() {
        Verdict verdict = Verdicts.volatility(0, 0.80, 0.05);

        assertThat(Desks.decide(Desks.withChain(0, 450), verdict).noTradeReason())
                .isEqualTo(NoTradeReason.MISSING_INPUT);
    }

    private static Directive risking(double most) {
        DirectiveConfig config =
                new DirectiveConfig(
                        "test/1", 3, 30_000, 300_000, 1.5, 1, most, 2_000, 10_000, 0.65, 60_000);
        DeskMarket market = Desks.withChain(0, 450);
        return new DirectiveModel(config, StrategyTable.shipped())
                .decide(
                        new DirectiveModel.Question(
                                market,
                                bull(),
                                new SignalDetector(),
                                Assessment.none(),
                                Desks.judged(bull()),
                                market.chain(),
                                null,
                                0));
    }

    private static Directive volatility(
            double expand, double contract, double realized, double perHour, double rank) {
        FeatureVector features =
                new FeatureVector.Builder()
                        .set(Feature.MID, 450)
                        .set(Feature.MINUTES_TO_CLOSE, 300)
                        .set(Feature.REALIZED_VOL_60M, realized)
                        .set(Feature.VOL_OF_VOL_60M, perHour / Math.sqrt(60))
                        .set(Feature.IV_RANK_252D, rank)
                        .build();
        DeskMarket market =
                Desks.withChain(DeskMarket.of(Snapshots.at(0, features)), Chains.at(0, 450));
        return Desks.decide(market, Verdicts.volatility(0, expand, contract));
    }

    private static Verdict bull() {
        return Verdicts.leaning(0, 0.52, 0.18, SIDEWAYS);
    }

    private static Directive decide(double up, double down, EventRegimeName... events) {
        return Desks.decide(Desks.withChain(0, 450), Verdicts.leaning(0, up, down, events));
    }
}
