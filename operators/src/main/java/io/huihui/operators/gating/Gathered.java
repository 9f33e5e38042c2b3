package io.huihui.operators.gating;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The opinions on one snapshot so far.
 *
 * @param opinions in the order of {@link Expert}
 * @param deadlineMillis when the gate goes on without the others, on the gate's clock
 */
public record Gathered(SnapshotId snapshot, List<ExpertOpinion> opinions, long deadlineMillis) {

    public Gathered {
        opinions = List.copyOf(opinions);
    }

    /** Returns these opinions and one more; a second one of the same expert replaces the first. */
    Gathered with(ExpertOpinion opinion) {
        List<ExpertOpinion> more = new ArrayList<>(opinions);
        more.removeIf(each -> each.expert() == opinion.expert());
        more.add(opinion);
        more.sort(Comparator.comparing(ExpertOpinion::expert));
        return new Gathered(snapshot, more, deadlineMillis);
    }

    boolean isComplete() {
        return opinions.size() == Expert.values().length;
    }
}
