package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * What one expert thinks at one snapshot: the only record in which experts and gate meet.
 *
 * @param theses one per horizon, in the order of {@link Horizon}
 * @param confidence probability that the likeliest direction at 15 minutes is right, 0..1
 * @param contributions what moved the 15-minute thesis, largest first
 * @param modelVersion name and version of the model, e.g. {@code baseline-regime/1}
 * @param abstained true when the expert had too little to go on; its theses are then uniform
 * @param abstainReason why, in a sentence; null unless abstained
 * @param regime what only the regime expert says; null for the others and where it could not tell
 * @param flow what only the flow expert says; null for the others and when it abstained
 * @param sentiment what only the sentiment expert says; null for the others and when it abstained
 */
public record ExpertOpinion(
        SnapshotId snapshot,
        Expert expert,
        List<Thesis> theses,
        VolatilityView volatility,
        double confidence,
        List<Contribution> contributions,
        List<InputQuality> inputQuality,
        String modelVersion,
        boolean abstained,
        @OrNull String abstainReason,
        @OrNull RegimeDetail regime,
        @OrNull FlowDetail flow,
        @OrNull SentimentDetail sentiment) {

    public ExpertOpinion {
        Require.present("snapshot", snapshot);
        Require.present("expert", expert);
        theses = List.copyOf(theses);
        HorizonOrder.check(theses);
        Require.present("volatility", volatility);
        Require.within("confidence", confidence, 0, 1);
        contributions = List.copyOf(contributions);
        inputQuality = List.copyOf(inputQuality);
        Require.text("modelVersion", modelVersion);
        Require.that(
                abstained == (abstainReason != null),
                "an abstainReason exactly when abstained",
                () -> "abstained=" + abstained + " abstainReason=" + abstainReason);
        Require.that(
                (regime == null || expert == Expert.REGIME)
                        && (flow == null || expert == Expert.FLOW)
                        && (sentiment == null || expert == Expert.SENTIMENT),
                "the detail of the expert's own kind only",
                () ->
                        "regime="
                                + regime
                                + " flow="
                                + flow
                                + " sentiment="
                                + sentiment
                                + " for "
                                + expert);
    }

    /** Returns an opinion that says only why there is none. */
    public static ExpertOpinion abstain(
            SnapshotId snapshot,
            Expert expert,
            String modelVersion,
            List<InputQuality> inputQuality,
            String reason) {
        return new ExpertOpinion(
                snapshot,
                expert,
                HorizonOrder.uniform(),
                VolatilityView.uniform(),
                1.0 / 3,
                List.of(),
                inputQuality,
                modelVersion,
                true,
                reason,
                null,
                null,
                null);
    }

    /** Returns the same opinion with other theses, their confidence and what moved them. */
    public ExpertOpinion with(
            List<Thesis> newTheses, double newConfidence, List<Contribution> newContributions) {
        return new ExpertOpinion(
                snapshot,
                expert,
                newTheses,
                volatility,
                newConfidence,
                newContributions,
                inputQuality,
                modelVersion,
                abstained,
                abstainReason,
                regime,
                flow,
                sentiment);
    }

    public Thesis thesis(Horizon horizon) {
        return theses.get(horizon.ordinal());
    }

    /** Returns the id under which it stands in its topic, for those who cite it. */
    public String id() {
        return snapshot.text() + "/opinion/" + expert + "/" + modelVersion;
    }
}
