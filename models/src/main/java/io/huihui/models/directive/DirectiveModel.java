package io.huihui.models.directive;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.DirectiveAction;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what to do about a verdict. Every answer has a reason; nothing is lifted to a minimum so
 * that something may be traded.
 */
public final class DirectiveModel {

    /** A trade opened later than this before the close has no time left to be right. */
    private static final double LEAST_MINUTES_TO_CLOSE = 10;

    private final DirectiveConfig config;

    public DirectiveModel(DirectiveConfig config) {
        this.config = config;
    }

    /**
     * Returns the directive on one snapshot.
     *
     * @param open the trade open on this symbol, or null
     * @param lostToday currency lost by closed trades of this session
     */
    public Directive decide(
            FeatureSnapshot snapshot,
            Verdict verdict,
            SignalDetector signals,
            Recommendation open,
            double lostToday) {
        Draft draft = new Draft(snapshot, verdict, signals);
        FeatureVector features = snapshot.features();
        double mid = features.orNaN(Feature.MID);
        double range = TradePlanner.range(features);
        double minutesToClose = features.orNaN(Feature.MINUTES_TO_CLOSE);
        if (verdict.answered().isEmpty()) {
            return draft.no(NoTradeReason.NO_OPINION, "no expert answered");
        }
        draft.judge(Judgement.of(verdict));
        if (!(minutesToClose >= LEAST_MINUTES_TO_CLOSE)) {
            return draft.no(
                    NoTradeReason.MARKET_CLOSED, "the market is shut or closes within ten minutes");
        }
        if (!(mid > 0) || !(range > 0)) {
            return draft.no(
                    NoTradeReason.MISSING_INPUT, "need a mid and an average true range, was none");
        }
        if (draft.judgement.conviction() < config.minimumConviction()) {
            return draft.no(NoTradeReason.CONVICTION_TOO_LOW, draft.convictionSentence());
        }
        if (verdict.conflicted()) {
            return draft.no(
                    NoTradeReason.CONFLICT,
                    "the experts contradict each other, agreement " + number(verdict.agreement()));
        }
        if (open != null) {
            return draft.no(NoTradeReason.ALREADY_OPEN, "open already: " + open.id());
        }
        if (lostToday + config.riskPerTrade() > config.dailyLossLimit()) {
            return draft.no(NoTradeReason.DAILY_LOSS_LIMIT, "lost today " + number(lostToday));
        }
        return trade(draft, mid, range, minutesToClose);
    }

    private Directive trade(Draft draft, double mid, double range, double minutesToClose) {
        Judgement judgement = draft.judgement;
        FeatureVector features = draft.snapshot.features();
        StrategyRule rule =
                StrategyTable.firstMatch(
                        judgement.thesis(),
                        draft.verdict.eventRegimes(),
                        features.get(Feature.IV_RANK_252D),
                        judgement.conviction());
        if (rule == null) {
            return draft.no(
                    NoTradeReason.NO_RULE,
                    "no rule for "
                            + judgement.thesis()
                            + " at conviction "
                            + number(judgement.conviction()));
        }
        if (!judgement.thesis().isDirectional()) {
            return draft.no(
                    NoTradeReason.MISSING_INPUT,
                    "need option prices to judge the value of a "
                            + rule.structure()
                            + ", was none in the features");
        }
        double spread =
                features.has(Feature.RELATIVE_SPREAD)
                        ? features.orNaN(Feature.RELATIVE_SPREAD) * mid
                        : 0;
        double value = expectedValue(judgement, range, spread);
        if (!(value > 0)) {
            return draft.no(
                    NoTradeReason.EXPECTED_VALUE_TOO_LOW,
                    "expected value after the spread " + number(value) + " per share");
        }
        TradePlan plan =
                TradePlanner.plan(
                        rule, judgement, draft.snapshot.id(), mid, range, minutesToClose, config);
        return draft.yes(plan);
    }

    /** Currency per share of the underlying: first target against stop, less the spread. */
    private double expectedValue(Judgement judgement, double range, double spread) {
        double win = config.targetRanges() * range;
        double loss = config.stopRanges() * range;
        double p = judgement.probability();
        return judgement.decided() * (p * win - (1 - p) * loss) - spread;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** What is known of a directive before it is decided. */
    private final class Draft {

        private final FeatureSnapshot snapshot;
        private final Verdict verdict;
        private final SignalDetector signals;
        private Judgement judgement;

        Draft(FeatureSnapshot snapshot, Verdict verdict, SignalDetector signals) {
            this.snapshot = snapshot;
            this.verdict = verdict;
            this.signals = signals;
        }

        void judge(Judgement made) {
            judgement = made;
        }

        String convictionSentence() {
            return "conviction "
                    + number(judgement.conviction())
                    + " of "
                    + judgement.thesis()
                    + " is below "
                    + number(config.minimumConviction());
        }

        Directive no(NoTradeReason reason, String sentence) {
            return directive(DirectiveAction.NO_TRADE, reason, sentence, null);
        }

        Directive yes(TradePlan plan) {
            String sentence =
                    judgement.thesis()
                            + " with conviction "
                            + number(judgement.conviction())
                            + ": "
                            + plan.structure();
            return directive(DirectiveAction.TRADE, null, sentence, plan);
        }

        private Directive directive(
                DirectiveAction action, NoTradeReason no, String sentence, TradePlan plan) {
            long now = snapshot.id().secondEndMillis();
            List<String> alive = new ArrayList<>();
            for (SignalName name : signals.alive(now)) {
                SnapshotId fired =
                        new SnapshotId(snapshot.id().symbol(), signals.firedMillis(name));
                alive.add(Signal.idOf(fired, name));
            }
            return new Directive(
                    snapshot.id().text() + "/directive/" + config.version(),
                    snapshot.id(),
                    action,
                    no,
                    sentence,
                    judgement == null ? null : judgement.thesis(),
                    plan,
                    snapshot.features().get(Feature.MID),
                    judgement == null ? null : judgement.conviction(),
                    judgement == null ? null : judgement.probability(),
                    judgement == null ? List.of() : judgement.rationale(),
                    Assessor.assess(signals, verdict.eventRegimes(), now),
                    verdict.marketState(),
                    verdict.eventRegimes().stream().map(EventRegime::name).toList(),
                    alive,
                    verdict.gateVersion(),
                    config.version(),
                    snapshot.id().text(),
                    null);
        }
    }
}
