package io.huihui.models.gate;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.PredecessorFigures;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/** Makes a verdict of a pool: what every gate says in the same way. */
final class Verdicts {

    private static final String UNKNOWN = "UNKNOWN";

    private Verdicts() {}

    /**
     * Returns the verdict.
     *
     * @param theses of the pool, calibrated or not
     * @param contributions what moved ln(up / down) of the 15-minute thesis
     */
    static Verdict of(
            SnapshotId snapshot,
            List<ExpertOpinion> opinions,
            WeightedPool pool,
            List<Thesis> theses,
            List<Contribution> contributions,
            WeightSource source,
            String gateVersion) {
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        double agreement = Agreement.of(pool, Horizon.MINUTES_15);
        MarketState state = state(opinions);
        return new Verdict(
                snapshot,
                theses,
                pool.volatility(),
                central.probability(central.likeliest()),
                agreement,
                pool.weights(),
                pool.answered().stream().map(ExpertOpinion::expert).toList(),
                WeightedPool.missing(opinions),
                contributions,
                state == null ? UNKNOWN : state.condition().name(),
                state == null ? List.of() : state.events(),
                Agreement.isConflict(pool.answered(), agreement),
                predecessor(pool.answered()),
                source,
                pool.evidence(),
                gateVersion);
    }

    /** Returns the state the regime expert sees; null when it has not said. */
    static MarketState state(List<ExpertOpinion> opinions) {
        for (ExpertOpinion opinion : opinions) {
            if (opinion.regime() != null) {
                return opinion.regime().state();
            }
        }
        return null;
    }

    private static PredecessorFigures predecessor(List<ExpertOpinion> answered) {
        if (answered.isEmpty()) {
            return null;
        }
        double[] confidences = answered.stream().mapToDouble(ExpertOpinion::confidence).toArray();
        return Agreement.predecessor(confidences);
    }
}
