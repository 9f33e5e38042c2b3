package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * What the gate makes of the opinions on one snapshot.
 *
 * @param theses one per horizon, in the order of {@link Horizon}
 * @param confidence probability that the likeliest direction at 15 minutes is right, 0..1
 * @param agreement 1 - weighted Jensen-Shannon divergence of the experts' 15-minute theses over ln
 *     3; 1 = they say the same
 * @param weights one per expert; they sum to 1; an expert that abstained or was late has weight 0
 * @param answered experts that answered without abstaining
 * @param missing experts whose opinion had not come when the gate went on
 * @param marketState name of the market state at the snapshot, {@code UNKNOWN} when not known
 * @param eventRegimes active at the snapshot, in the order of their priority
 * @param conflicted whether the experts contradict each other: agreement below the gate's limit, or
 *     likeliest directions differ between confident experts
 * @param predecessor the old figures; null when no expert answered
 * @param weightSource what the weights come from; null in verdicts of before it was told
 * @param evidence how many experts' worth of evidence stands behind the theses, where the gate adds
 *     evidence up; null where it averages
 * @param gateVersion name and version of the gate, e.g. {@code equal-weight/1}
 */
public record Verdict(
        SnapshotId snapshot,
        List<Thesis> theses,
        VolatilityView volatility,
        double confidence,
        double agreement,
        List<GateWeight> weights,
        List<Expert> answered,
        List<Expert> missing,
        List<Contribution> contributions,
        String marketState,
        List<EventRegime> eventRegimes,
        boolean conflicted,
        @OrNull PredecessorFigures predecessor,
        @OrNull WeightSource weightSource,
        Double evidence,
        String gateVersion) {

    public Verdict {
        Require.present("snapshot", snapshot);
        theses = List.copyOf(theses);
        HorizonOrder.check(theses);
        Require.present("volatility", volatility);
        Require.within("confidence", confidence, 0, 1);
        Require.within("agreement", agreement, 0, 1);
        weights = List.copyOf(weights);
        Simplex.check("gate weight", weights.stream().mapToDouble(GateWeight::weight).toArray());
        answered = List.copyOf(answered);
        missing = List.copyOf(missing);
        contributions = List.copyOf(contributions);
        Require.text("marketState", marketState);
        eventRegimes = List.copyOf(eventRegimes);
        Require.notNegativeOrMissing("evidence", evidence);
        Require.text("gateVersion", gateVersion);
    }

    public Thesis thesis(Horizon horizon) {
        return theses.get(horizon.ordinal());
    }
}
