package io.huihui.operators.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.expert.ExpertModel;
import io.huihui.operators.expert.ExpertKind;

import java.util.List;

/** A kind of flow expert. */
interface FlowKind<M extends ExpertModel> extends ExpertKind<M> {

    @Override
    default String uid() {
        return FlowExpertOperator.UID;
    }

    /** Whether it reads what other experts lend. */
    default boolean borrows() {
        return false;
    }

    /** Hears what was borrowed for the next snapshot, missing or not. */
    default void hear(List<BorrowedFeature> lent) {}
}
