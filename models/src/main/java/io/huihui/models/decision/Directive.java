package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * What to do about one symbol, and why. Not to trade is an answer like any other.
 *
 * @param id {@code symbol@second/directive/configVersion}, the same in every replay
 * @param noTradeReason null exactly when the action is TRADE
 * @param reason one sentence
 * @param thesis what was judged; null when nothing could be
 * @param plan null exactly when the action is NO_TRADE
 * @param underlyingPrice mid of the snapshot, currency; null when missing
 * @param conviction 5 x probability: 2.5 is a coin flip; null when nothing could be judged
 * @param probability that the thesis is right at its horizon, 0..1; null as conviction
 * @param rationale log-odds per reason; they sum to ln(probability / (1 - probability))
 * @param assessment evidence per kind of thesis
 * @param marketState condition at the snapshot, {@code UNKNOWN} when not known
 * @param eventRegimes active event regimes in the order of their priority
 * @param signals ids of the signals that were alive
 * @param gateVersion version of the verdict behind it
 * @param configVersion version of the rules that made it
 * @param analysisId id of the snapshot's analysis, the same for opinions, verdict and directive
 * @param basis what the probability rests on; null when nothing could be judged
 */
public record Directive(
        String id,
        SnapshotId snapshot,
        DirectiveAction action,
        @OrNull NoTradeReason noTradeReason,
        String reason,
        @OrNull TradeThesis thesis,
        @OrNull TradePlan plan,
        Double underlyingPrice,
        Double conviction,
        Double probability,
        List<Contribution> rationale,
        Assessment assessment,
        String marketState,
        List<EventRegimeName> eventRegimes,
        List<String> signals,
        String gateVersion,
        String configVersion,
        String analysisId,
        @OrNull ProbabilityBasis basis) {

    /** Convictions are on a scale of 0..5 for the desk's habit: 5 x probability. */
    public static final double CONVICTION_SCALE = 5;

    /** Rounding of a sum of a few dozen log-odds. */
    private static final double SUM_TOLERANCE = 1e-6;

    public Directive {
        Require.text("id", id);
        Require.present("snapshot", snapshot);
        Require.present("action", action);
        Require.text("reason", reason);
        boolean trade = action == DirectiveAction.TRADE;
        Require.that(
                trade == (noTradeReason == null) && trade == (plan != null),
                "a plan exactly when the action is TRADE, else a noTradeReason",
                () -> "action=" + action + " noTradeReason=" + noTradeReason + " plan=" + plan);
        Require.that(
                !trade || (thesis != null && probability != null && underlyingPrice != null),
                "a thesis, a probability and a price behind a TRADE",
                () ->
                        "thesis="
                                + thesis
                                + " probability="
                                + probability
                                + " price="
                                + underlyingPrice);
        Require.notNegativeOrMissing("underlyingPrice", underlyingPrice);
        rationale = List.copyOf(rationale);
        checkProbability(conviction, probability, rationale);
        Require.present("assessment", assessment);
        Require.text("marketState", marketState);
        eventRegimes = List.copyOf(eventRegimes);
        signals = List.copyOf(signals);
        Require.text("gateVersion", gateVersion);
        Require.text("configVersion", configVersion);
        Require.text("analysisId", analysisId);
    }

    private static void checkProbability(
            Double conviction, Double probability, List<Contribution> rationale) {
        Require.that(
                (conviction == null) == (probability == null),
                "conviction and probability both or neither",
                () -> "conviction=" + conviction + " probability=" + probability);
        if (probability == null) {
            return;
        }
        Require.that(
                probability > 0 && probability < 1,
                "0 < probability < 1",
                () -> "probability=" + probability);
        Require.that(
                Math.abs(conviction - CONVICTION_SCALE * probability) <= SUM_TOLERANCE,
                "conviction = 5 x probability",
                () -> "conviction=" + conviction + " probability=" + probability);
        double sum = rationale.stream().mapToDouble(Contribution::value).sum();
        double logOdds = Math.log(probability / (1 - probability));
        Require.that(
                Math.abs(sum - logOdds) <= SUM_TOLERANCE,
                "a rationale that sums to the log-odds " + logOdds,
                () -> "sum=" + sum);
    }

    public boolean isTrade() {
        return action == DirectiveAction.TRADE;
    }
}
