package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.List;

/**
 * One side of a conflict.
 *
 * @param evidence what the expert gave as its reasons
 */
public record ConflictView(
        Expert expert, Thesis thesis, double confidence, List<Contribution> evidence) {

    public ConflictView {
        Require.present("expert", expert);
        Require.present("thesis", thesis);
        Require.within("confidence", confidence, 0, 1);
        evidence = List.copyOf(evidence);
    }
}
