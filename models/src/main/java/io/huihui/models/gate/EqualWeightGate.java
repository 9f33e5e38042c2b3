package io.huihui.models.gate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * The baseline which every later gate must beat: the plain mean of the probabilities of the experts
 * that answered. When none did, it says one third each.
 */
public final class EqualWeightGate implements GateModel {

    public static final String GATE_VERSION = "equal-weight/1";

    @Override
    public String gateVersion() {
        return GATE_VERSION;
    }

    @Override
    public Verdict judge(SnapshotId snapshot, List<ExpertOpinion> opinions) {
        WeightedPool pool = WeightedPool.equal(opinions);
        return Verdicts.of(
                snapshot,
                opinions,
                pool,
                pool.theses(),
                pool.contributions(),
                WeightSource.EQUAL,
                GATE_VERSION);
    }
}
