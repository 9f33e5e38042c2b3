package io.huihui.models.outcome;

import io.huihui.models.Require;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * What one predictor said at one snapshot, as it waits for its outcome.
 *
 * @param predictor name of the expert, {@code GATE}, or of a stored baseline
 * @param marketState condition at the snapshot; null when the predictor does not know it
 */
public record Prediction(
        SnapshotId snapshot,
        String predictor,
        String modelVersion,
        List<Thesis> theses,
        String marketState,
        boolean abstained) {

    /** Predictor name of the gate. */
    public static final String GATE = "GATE";

    public Prediction {
        Require.present("snapshot", snapshot);
        Require.text("predictor", predictor);
        Require.text("modelVersion", modelVersion);
        theses = List.copyOf(theses);
        if (theses.size() != Horizon.values().length) {
            throw Require.violated("one thesis per horizon", theses.size() + " theses");
        }
    }

    public static Prediction of(ExpertOpinion opinion) {
        return new Prediction(
                opinion.snapshot(),
                opinion.expert().name(),
                opinion.modelVersion(),
                opinion.theses(),
                opinion.regime() == null ? null : opinion.regime().state().condition().name(),
                opinion.abstained());
    }

    public static Prediction of(Verdict verdict) {
        return new Prediction(
                verdict.snapshot(),
                GATE,
                verdict.gateVersion(),
                verdict.theses(),
                verdict.marketState(),
                verdict.answered().isEmpty());
    }
}
