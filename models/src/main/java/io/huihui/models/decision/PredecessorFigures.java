package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * The figures the predecessor showed beside its verdict, kept only so that both can be compared:
 * they say how alike the experts' confidences are, not how alike their views.
 *
 * @param meanConfidence plain mean of the confidences, 0..1
 * @param quality .9 x meanConfidence
 * @param agreement from the variance of the confidences
 */
public record PredecessorFigures(
        double meanConfidence, double quality, ConfidenceAgreement agreement) {

    public PredecessorFigures {
        Require.within("meanConfidence", meanConfidence, 0, 1);
        Require.within("quality", quality, 0, 1);
        Require.present("agreement", agreement);
    }
}
