package io.huihui.models.directive;

import io.huihui.models.ThreeDecimals;
import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.DirectiveAction;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what to do about a verdict. Every answer has a reason; nothing is lifted to a minimum so
 * that something may be traded.
 */
public final class DirectiveModel {

    /** A trade opened later than this before the close has no time left to be right. */
    private static final double LEAST_MINUTES_TO_CLOSE = 10;

    private final DirectiveConfig config;
    private final StrategyTable strategies;

    public DirectiveModel(DirectiveConfig config, StrategyTable strategies) {
        this.config = config;
        this.strategies = strategies;
    }

    /**
     * What a directive is decided on.
     *
     * @param judged null when nobody answered
     * @param chain newest of the symbol; null when there is none
     * @param open the trade open on this symbol, or null
     * @param lostToday currency lost by closed trades of this session
     */
    record Question(
            DeskMarket market,
            Verdict verdict,
            SignalDetector signals,
            Assessment assessment,
            Judged judged,
            ChainView chain,
            Recommendation open,
            double lostToday) {

        private FeatureSnapshot snapshot() {
            return market.snapshot();
        }
    }

    /** Returns the directive on one second. */
    Directive decide(Question asked) {
        FeatureVector features = asked.snapshot().features();
        double mid = features.orNaN(Feature.MID);
        double minutesToClose = features.orNaN(Feature.MINUTES_TO_CLOSE);
        Judgement judgement = asked.judged == null ? null : asked.judged.likelier();
        Draft draft = new Draft(asked, judgement);
        if (judgement == null) {
            return draft.no(NoTradeReason.NO_OPINION, "no expert answered");
        }
        if (!(minutesToClose >= LEAST_MINUTES_TO_CLOSE)) {
            return draft.no(
                    NoTradeReason.MARKET_CLOSED, "the market is shut or closes within ten minutes");
        }
        if (!(mid > 0)) {
            return draft.no(NoTradeReason.MISSING_INPUT, "need a mid, was none");
        }
        if (judgement.conviction() < config.minimumConviction()) {
            return draft.no(NoTradeReason.CONVICTION_TOO_LOW, draft.convictionSentence());
        }
        if (asked.verdict.conflicted()) {
            return draft.no(
                    NoTradeReason.CONFLICT,
                    "the experts contradict each other, agreement "
                            + ThreeDecimals.of(asked.verdict.agreement()));
        }
        if (asked.open != null) {
            return draft.no(NoTradeReason.ALREADY_OPEN, "open already: " + asked.open.id());
        }
        if (asked.lostToday + config.riskPerTrade() > config.dailyLossLimit()) {
            return draft.no(
                    NoTradeReason.DAILY_LOSS_LIMIT,
                    "lost today " + ThreeDecimals.of(asked.lostToday));
        }
        EventRegime against =
                LeadingRegime.against(judgement.thesis(), asked.verdict.eventRegimes());
        if (against != null) {
            return draft.no(
                    NoTradeReason.REGIME_AGAINST,
                    against.name() + " leans against " + judgement.thesis());
        }
        return trade(draft, asked, judgement, mid);
    }

    private Directive trade(Draft draft, Question asked, Judgement judgement, double mid) {
        StrategyRule rule =
                strategies.firstMatch(
                        judgement.thesis(),
                        asked.verdict.eventRegimes(),
                        asked.snapshot().features().get(Feature.IV_RANK_252D),
                        judgement.conviction());
        if (rule == null) {
            return draft.no(
                    NoTradeReason.NO_RULE,
                    "no rule for "
                            + judgement.thesis()
                            + " at conviction "
                            + ThreeDecimals.of(judgement.conviction()));
        }
        Proposal proposal =
                TradePlanner.plan(config, rule, judgement, asked.market, mid, asked.chain);
        return proposal.plan() == null
                ? draft.no(proposal.noTradeReason(), proposal.sentence())
                : draft.yes(rule, proposal.plan());
    }

    /** What is known of a directive before it is decided. */
    private final class Draft {

        private final Question asked;
        private final Judgement judgement;

        Draft(Question asked, Judgement judgement) {
            this.asked = asked;
            this.judgement = judgement;
        }

        String convictionSentence() {
            return "conviction "
                    + ThreeDecimals.of(judgement.conviction())
                    + " of "
                    + judgement.thesis()
                    + " is below "
                    + ThreeDecimals.of(config.minimumConviction());
        }

        Directive no(NoTradeReason reason, String sentence) {
            return directive(DirectiveAction.NO_TRADE, reason, sentence, null);
        }

        Directive yes(StrategyRule rule, TradePlan plan) {
            String sentence =
                    judgement.thesis()
                            + " with conviction "
                            + ThreeDecimals.of(judgement.conviction())
                            + ": "
                            + plan.structure()
                            + " by rule "
                            + rule.name()
                            + " of "
                            + strategies.version();
            return directive(DirectiveAction.TRADE, null, sentence, plan);
        }

        private Directive directive(
                DirectiveAction action, NoTradeReason no, String sentence, TradePlan plan) {
            SnapshotId id = asked.snapshot().id();
            return new Directive(
                    id.text() + "/directive/" + config.version(),
                    id,
                    action,
                    no,
                    sentence,
                    judgement == null ? null : judgement.thesis(),
                    plan,
                    asked.snapshot().features().get(Feature.MID),
                    judgement == null ? null : judgement.conviction(),
                    judgement == null ? null : judgement.probability(),
                    judgement == null ? List.of() : judgement.rationale(),
                    asked.assessment,
                    asked.verdict.marketState(),
                    asked.verdict.eventRegimes().stream().map(EventRegime::name).toList(),
                    alive(id),
                    asked.verdict.gateVersion(),
                    config.version(),
                    id.text(),
                    judgement == null ? null : judgement.basis());
        }

        private List<String> alive(SnapshotId id) {
            List<String> alive = new ArrayList<>();
            for (SignalName name : asked.signals.alive(id.secondEndMillis())) {
                SnapshotId fired = new SnapshotId(id.symbol(), asked.signals.firedMillis(name));
                alive.add(Signal.idOf(fired, name));
            }
            return alive;
        }
    }
}
