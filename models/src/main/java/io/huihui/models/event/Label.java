package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * A person's or an oracle's answer about one case, fed to the learners.
 *
 * @param caseId id of the record the label is about
 * @param label name of the class, e.g. {@code UP}
 * @param labeller who answered
 * @param confidence probability the labeller gives the answer, 0..1
 */
public record Label(
        String caseId,
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        String label,
        String labeller,
        double confidence) {

    public Label {
        Require.text("caseId", caseId);
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        Require.text("label", label);
        Require.text("labeller", labeller);
        Require.within("confidence", confidence, 0, 1);
    }
}
