package io.huihui.operators.expert;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;

/**
 * A snapshot that the expert of its symbol is to be asked about.
 *
 * @param state of the symbol's breaker before
 * @param learned what the expert had learned before
 * @param loan of the expert to the call
 * @param isAsked false when the expert is left alone
 */
record Question<M extends ExpertModel>(
        SymbolGuard<M> guard,
        M expert,
        FeatureSnapshot snapshot,
        Breaker.State state,
        LearningMeter.Reading learned,
        SymbolGuard.Loan<M> loan,
        boolean isAsked) {

    SnapshotId id() {
        return snapshot.id();
    }

    ExpertOpinion answer(Interview interview) throws Exception {
        try {
            return interview.ask(expert, snapshot);
        } finally {
            loan.end();
        }
    }
}
