package io.huihui.operators.expert;

import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;

/** What an operator knows of its kind of expert. */
public interface ExpertKind<M extends ExpertModel> {

    /** Returns a model that has seen nothing. */
    M fresh();

    /**
     * Returns the rule-based expert that stands in for this one when it fails, having seen nothing;
     * null when this is that expert.
     */
    default ExpertModel rules() {
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

    /** Looks at the model after it has answered. */
    default void after(M expert, FeatureSnapshot snapshot) {}
}
