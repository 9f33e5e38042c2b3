package io.huihui.models.gate;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/** Makes one verdict of the opinions on one snapshot. */
public interface GateModel {

    /** Name and version, e.g. {@code equal-weight/1}. */
    String gateVersion();

    /**
     * Returns the verdict.
     *
     * @param opinions in the order of {@link Expert}, each expert at most once; those that have not
     *     come are named missing
     */
    Verdict judge(SnapshotId snapshot, List<ExpertOpinion> opinions);
}
