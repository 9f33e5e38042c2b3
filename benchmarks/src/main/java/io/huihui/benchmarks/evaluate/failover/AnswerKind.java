package io.huihui.benchmarks.evaluate.failover;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.StaleOpinion;

/** Who an opinion is really by. */
enum AnswerKind {
    OWN,
    STALE,
    RULES,
    WITHHELD;

    private static final String RULES_VERSION = "baseline-";
    private static final String WITHHELD_REASON = "need an answer of the expert";

    static AnswerKind of(ExpertOpinion opinion) {
        if (StaleOpinion.is(opinion)) {
            return STALE;
        }
        if (opinion.abstained() && opinion.abstainReason().startsWith(WITHHELD_REASON)) {
            return WITHHELD;
        }
        return opinion.modelVersion().startsWith(RULES_VERSION) ? RULES : OWN;
    }
}
