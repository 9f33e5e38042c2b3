package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.StaleOpinion;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

import java.util.List;

/**
 * What is said when an expert gives no answer: its last good one, else what its rules say, else an
 * abstention with the reason.
 */
final class StandIns {

    private final long staleMillis;
    private final Counter stale;
    private final Counter byRules;
    private final Counter abstained;

    StandIns(long staleMillis, MetricGroup metrics) {
        this.staleMillis = staleMillis;
        stale = metrics.counter("answers_stale");
        byRules = metrics.counter("answers_by_rules");
        abstained = metrics.counter("answers_withheld");
    }

    ExpertOpinion answer(SymbolGuard<?> guard, ExpertModel expert, FeatureSnapshot snapshot) {
        // From the first failure on, so that they have seen something when they are needed.
        ExpertOpinion ruled = guard.rules == null ? null : ruled(guard.rules, snapshot);
        if (guard.hasLast(staleMillis)) {
            stale.inc();
            return StaleOpinion.of(guard.last, snapshot.id());
        }
        if (ruled != null && !ruled.abstained()) {
            byRules.inc();
            return ruled;
        }
        abstained.inc();
        return ExpertOpinion.abstain(
                snapshot.id(),
                expert.expert(),
                expert.modelVersion(),
                List.of(),
                "need an answer of the expert, was none: "
                        + guard.why
                        + "; nothing it said lately stands, and its rules have too little to go on");
    }

    private static ExpertOpinion ruled(ExpertModel rules, FeatureSnapshot snapshot) {
        try {
            return rules.observe(snapshot);
        } catch (RuntimeException | StackOverflowError broken) {
            return null; // the abstention that follows says that there is nothing
        }
    }
}
