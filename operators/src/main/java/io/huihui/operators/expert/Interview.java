package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;

import java.io.Serializable;

/** How an expert is asked; whoever tries out what faults do, puts them here. */
public interface Interview extends Serializable {

    /** Returns what the expert thinks of the snapshot, or throws, hangs, says nonsense. */
    ExpertOpinion ask(ExpertModel expert, FeatureSnapshot snapshot) throws Exception;

    /** Asks, and nothing else. */
    static Interview plain() {
        return ExpertModel::observe;
    }
}
