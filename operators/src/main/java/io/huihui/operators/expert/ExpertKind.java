package io.huihui.operators.expert;

import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;

import java.io.Serializable;

/** What an operator knows of its kind of expert. */
public interface ExpertKind<M extends ExpertModel> extends Serializable {

    /** Returns the uid of the operator, the same for all kinds of it. */
    String uid();

    /** Returns where its models are kept. */
    ModelState<M> state();

    /** Returns where the other set of experts keeps its models; null when there is none. */
    ModelState<?> otherState();

    /** Returns a model that has seen nothing. */
    M fresh();

    /**
     * Returns the rule-based expert that stands in for this one when it fails, having seen nothing;
     * null when this is that expert.
     *
     * @param millis event time from which on it does
     */
    default ExpertModel rules(long millis) {
        return null;
    }

    /**
     * Whether the rules hear what the expert hears besides snapshots, so that they know it when
     * they have to stand in.
     */
    default boolean rulesListen() {
        return false;
    }

    /** Tells the model what else is known at the snapshot, before it is asked. */
    default void before(M expert, FeatureSnapshot snapshot) {}
}
