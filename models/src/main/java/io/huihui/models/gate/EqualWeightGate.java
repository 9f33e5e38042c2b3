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
public final class EqualWeightGate {

    public static final String GATE_VERSION = "equal-weight/1";

    /**
     * Returns the verdict.
     *
     * @param opinions in the order of {@link io.huihui.models.decision.Expert}, each expert at most
     *     once; those that have not come are named missing
     */
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
