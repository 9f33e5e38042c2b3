package io.huihui.models.strategy;

import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.feature.SnapshotId;

import java.util.Locale;

/** Says of one template after the other whether it is proposed, and why not. */
final class Screening {

    /** Trades from which moments of their profits say something. */
    static final int LEAST_TRADES = 30;

    /** Probability that it is more than luck. */
    static final double LEAST_DEFLATED_SHARPE = 0.95;

    /** Parts in which one has to differ from all that were proposed. */
    static final int LEAST_DISTANCE = 2;

    /** Currency that the desk may lose at expiry in one trade. */
    private static final double LARGEST_LOSS = DirectiveConfig.standard().maximumPosition();

    private final SnapshotId snapshot;
    private final WalkForward past;
    private final TrialLog trials;
    private final KnownTemplates known;

    Screening(SnapshotId snapshot, WalkForward past, TrialLog trials, KnownTemplates known) {
        this.snapshot = snapshot;
        this.past = past;
        this.trials = trials;
        this.known = known;
    }

    /** Returns whether a result counts as a trial. */
    static boolean isMeasured(WalkForward.Result result) {
        return result.trades().size() >= LEAST_TRADES && result.largestLoss() <= LARGEST_LOSS;
    }

    private record Finding(RejectionReason rejection, String sentence) {}

    /** Returns what is to be said of a template; one that is proposed is known from then on. */
    StrategyProposal judge(StrategyTemplate template, WalkForward.Result result) {
        ReturnMoments moments = ReturnMoments.of(result.profits());
        Double deflated = isMeasured(result) ? deflated(template, moments) : null;
        Finding finding = finding(template, result, moments, deflated);
        if (finding.rejection == null) {
            known.propose(template);
        }
        boolean bounded = result.largestLoss() < Double.POSITIVE_INFINITY;
        return new StrategyProposal(
                snapshot,
                template.text(),
                template.hash(),
                finding.rejection,
                finding.sentence,
                result.trades().size(),
                past.sessions(),
                moments.mean(),
                result.meanCost(),
                result.worst(),
                moments.sharpe(),
                deflated,
                trials.count(),
                bounded ? result.largestLoss() : Double.MAX_VALUE,
                StrategyComposer.VERSION);
    }

    /** What looks like more than luck has to be so beside the same trade entered at any time. */
    private double deflated(StrategyTemplate template, ReturnMoments moments) {
        double alone = trials.deflated(moments);
        if (!(alone >= LEAST_DEFLATED_SHARPE)) {
            return alone;
        }
        ReturnMoments atAnyTime = ReturnMoments.of(past.run(template.ungated()).profits());
        return trials.deflated(moments.atLeastAsWideAs(atAnyTime));
    }

    private Finding finding(
            StrategyTemplate template,
            WalkForward.Result result,
            ReturnMoments moments,
            Double deflated) {
        if (!(result.largestLoss() <= LARGEST_LOSS)) {
            return new Finding(
                    RejectionReason.RISK_TOO_LARGE,
                    "one unit can lose "
                            + number(result.largestLoss())
                            + ", the desk may lose "
                            + number(LARGEST_LOSS));
        }
        if (deflated == null) {
            return new Finding(
                    RejectionReason.TOO_FEW_TRADES,
                    moments.count() + " trades out of sample, need " + LEAST_TRADES);
        }
        if (!(moments.mean() > 0)) {
            return new Finding(
                    RejectionReason.LOSES_AFTER_COSTS,
                    ofRisk(moments.mean()) + ", costs are " + number(result.meanCost()));
        }
        if (!(result.meanWithoutBest() > 0)) {
            return new Finding(
                    RejectionReason.ONE_GOOD_SESSION,
                    "without its best session " + ofRisk(result.meanWithoutBest()));
        }
        String luck =
                "more than luck with probability "
                        + number(deflated)
                        + " after "
                        + trials.count()
                        + " trials";
        if (!(deflated >= LEAST_DEFLATED_SHARPE)) {
            return new Finding(
                    RejectionReason.WITHIN_LUCK, luck + ", need " + LEAST_DEFLATED_SHARPE);
        }
        if (known.distance(template) < LEAST_DISTANCE) {
            return new Finding(
                    RejectionReason.TOO_SIMILAR,
                    known.distance(template)
                            + " part differs from one that was proposed, need "
                            + LEAST_DISTANCE);
        }
        return new Finding(
                null, ofRisk(moments.mean()) + " over " + moments.count() + " trades, " + luck);
    }

    private static String ofRisk(double profit) {
        return number(profit) + " of the risk a trade";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
