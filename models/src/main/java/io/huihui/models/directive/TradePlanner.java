package io.huihui.models.directive;

import io.huihui.models.ThreeDecimals;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.outcome.PricePoint;

import java.util.List;

/**
 * Turns a judgement into a plan: structure by rule, contracts from the chain, stop and targets by
 * range and key levels, all values by repricing every leg, size by what may be lost.
 */
final class TradePlanner {

    /** Options that expire today are closed this long before: their last minutes are a lottery. */
    private static final long TODAY_BEFORE_CLOSE_MILLIS = 10 * 60_000L;

    /** A thesis about the close is over this long before it. */
    private static final long CLOSE_THESIS_BEFORE_CLOSE_MILLIS = 2 * 60_000L;

    /** Other options are closed when this share of their life is over. */
    private static final double SHARE_OF_LIFE = 0.5;

    /** A trade with less time than this cannot work. */
    private static final long SHORTEST_MILLIS = 5 * 60_000L;

    private final DirectiveConfig config;
    private final StrategyRule rule;
    private final Judgement judgement;
    private final DeskMarket market;
    private final double mid;
    private final long now;
    private final ChosenLegs legs;

    private TradePlanner(
            DirectiveConfig config,
            StrategyRule rule,
            Judgement judgement,
            DeskMarket market,
            double mid,
            ChosenLegs legs) {
        this.config = config;
        this.rule = rule;
        this.judgement = judgement;
        this.market = market;
        this.mid = mid;
        this.now = market.snapshot().id().secondEndMillis();
        this.legs = legs;
    }

    /**
     * Returns the plan, or why there is none.
     *
     * @param chain newest of the symbol; null when there is none
     */
    static Proposal plan(
            DirectiveConfig config,
            StrategyRule rule,
            Judgement judgement,
            DeskMarket market,
            double mid,
            ChainView chain) {
        long now = market.snapshot().id().secondEndMillis();
        if (!isFresh(chain, now)) {
            return Proposal.none(
                    NoTradeReason.NO_CONTRACTS,
                    "need a chain of the last minute for a " + rule.structure() + ", was none");
        }
        ChosenLegs legs = LegPicker.pick(chain, rule, now);
        if (legs == null) {
            return Proposal.none(
                    NoTradeReason.NO_CONTRACTS,
                    "no liquid contracts for a "
                            + rule.structure()
                            + " of "
                            + rule.daysToExpiry().least()
                            + " to "
                            + rule.daysToExpiry().most()
                            + " days");
        }
        ChosenLegs.Chosen unexplained = legs.unexplained();
        if (unexplained != null) {
            return Proposal.none(
                    NoTradeReason.NO_CONTRACTS,
                    "the quote of "
                            + unexplained.quote().contract()
                            + " is of another moment than the price: by the volatility of its strike"
                            + " it should differ by more than its spread");
        }
        TradePlanner planner = new TradePlanner(config, rule, judgement, market, mid, legs);
        if (planner.exitBy() - now < SHORTEST_MILLIS) {
            return Proposal.none(
                    NoTradeReason.MARKET_CLOSED, "less than five minutes are left for the trade");
        }
        return judgement.thesis().isDirectional() ? planner.directional() : planner.volatility();
    }

    /** Prices older than this are not those one would trade at. */
    private static final long OLDEST_CHAIN_MILLIS = 60_000L;

    /** Returns whether there is a chain, and one can trade at its prices. */
    static boolean isFresh(ChainView chain, long millis) {
        return chain != null && millis - chain.asOfMillis() <= OLDEST_CHAIN_MILLIS;
    }

    private Proposal directional() {
        int sign = judgement.thesis().bias().sign();
        TradingRange range = TradingRange.of(features(), mid, legs.daysToExpiry());
        double behind = sign > 0 ? market.support() : market.resistance();
        double ahead = sign > 0 ? market.resistance() : market.support();
        StopAndTargets ends = StopAndTargets.of(sign, mid, range.value(), behind, ahead, config);
        double reward = ends.reward(judgement.probability());
        if (!(reward > 1)) {
            return Proposal.none(
                    NoTradeReason.REWARD_TOO_LOW,
                    "the first target is worth "
                            + ThreeDecimals.of(reward)
                            + " of what the stop costs, need more than 1");
        }
        double sigma = sigma();
        if (!(sigma > 0)) {
            return Proposal.none(
                    NoTradeReason.MISSING_INPUT,
                    "need realised volatility of half an hour, was none");
        }
        return propose(
                OptionScenario.directional(legs, ends, new HorizonMove(mid, sigma), times()),
                PriceLevel.underlying(ends.stop()),
                ends.targets().stream().map(PriceLevel::underlying).toList(),
                range.assumed());
    }

    private Proposal volatility() {
        VolatilityMove move = VolatilityMove.of(features());
        if (move == null) {
            return Proposal.none(
                    NoTradeReason.MISSING_INPUT,
                    "need realised volatility and the volatility of volatility of an hour, was"
                            + " none");
        }
        int toward = judgement.thesis() == TradeThesis.VOL_EXPANSION ? 1 : -1;
        return propose(
                OptionScenario.volatility(legs, move, mid, times(), toward),
                null,
                List.of(),
                false);
    }

    private ThesisTimes times() {
        return ThesisTimes.of(now, judgement.horizon());
    }

    /**
     * Returns the expected deviation that the band of the thesis is scored by; NaN when unknown.
     */
    private double sigma() {
        PricePoint price = PricePoint.of(market.snapshot());
        return price == null ? Double.NaN : price.sigma(judgement.horizon());
    }

    private FeatureVector features() {
        return market.snapshot().features();
    }

    private Proposal propose(
            OptionScenario scenario,
            PriceLevel stop,
            List<PriceLevel> targets,
            boolean assumedRange) {
        double commission = 2 * config.commissionPerContract() * legs.legs().size();
        double costs = legs.spread() + commission / legs.multiplier();
        double value = scenario.expected(judgement) - legs.at(mid, now) - costs;
        if (!(value > 0)) {
            return Proposal.none(
                    NoTradeReason.EXPECTED_VALUE_TOO_LOW,
                    "expected value of a "
                            + rule.structure()
                            + " after the spread "
                            + ThreeDecimals.of(value)
                            + " per share");
        }
        OptionSize size = OptionSize.of(legs, scenario.stopValue(), commission, config);
        if (size.units() < 1) {
            return Proposal.none(
                    NoTradeReason.RISK_TOO_LARGE,
                    "one "
                            + rule.structure()
                            + " risks "
                            + ThreeDecimals.of(size.riskPerUnit())
                            + " and binds "
                            + ThreeDecimals.of(size.boundPerUnit()));
        }
        return Proposal.of(
                new TradePlan(
                        rule.structure(),
                        rule.daysToExpiry(),
                        rule.longDelta(),
                        rule.shortDelta(),
                        judgement.horizon(),
                        stop,
                        targets,
                        exitBy(),
                        config.riskPerTrade(),
                        scenario.plan(
                                rule, size, value, now + config.entryValidMillis(), assumedRange)));
    }

    private long exitBy() {
        TradingCalendar calendar = TradingCalendar.newYork();
        if (rule.endsAtClose()) {
            return calendar.closeMillis(calendar.date(now)) - CLOSE_THESIS_BEFORE_CLOSE_MILLIS;
        }
        if (legs.daysToExpiry() == 0) {
            return calendar.closeMillis(calendar.date(now)) - TODAY_BEFORE_CLOSE_MILLIS;
        }
        return now + (long) (SHARE_OF_LIFE * (legs.expiryTimeMillis() - now));
    }
}
