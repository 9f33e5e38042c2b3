package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

import java.util.List;

/**
 * One side of a conflict.
 *
 * @param evidence what the expert gave as its reasons
 * @param opinionId id of the opinion in its topic; null in conflicts of release 0.1.0
 */
public record ConflictView(
        Expert expert,
        Thesis thesis,
        double confidence,
        List<Contribution> evidence,
        @OrNull String opinionId) {

    public ConflictView {
        Require.present("expert", expert);
        Require.present("thesis", thesis);
        Require.within("confidence", confidence, 0, 1);
        evidence = List.copyOf(evidence);
    }
}
