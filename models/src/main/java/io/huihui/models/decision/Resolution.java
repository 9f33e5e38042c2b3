package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * How a conflict was settled.
 *
 * @param decision what holds
 * @param rule the rule or model that decided
 * @param counterEvidence what speaks against the decision
 * @param dissent experts whose view did not hold
 * @param text at most {@link #LONGEST_TEXT} characters
 * @param inputsHash SHA-256 of the conflict as hex: the same input gives the same decision
 * @param views with the evidence of each, as in the conflict; empty in those of release 0.1.0
 * @param decisionHash SHA-256 as hex of inputs and decision, not of the text: whoever settles the
 *     same conflict anew must come to it; null in those of release 0.1.0
 * @param wording of the text; null in those of release 0.1.0, which are the template's
 */
public record Resolution(
        String conflictId,
        SnapshotId snapshot,
        Direction decision,
        String rule,
        List<Contribution> counterEvidence,
        List<Expert> dissent,
        String text,
        String inputsHash,
        @OrNull List<ConflictView> views,
        @OrNull String decisionHash,
        @OrNull Wording wording) {

    /** What fits on the console without scrolling. */
    public static final int LONGEST_TEXT = 600;

    public Resolution {
        Require.text("conflictId", conflictId);
        Require.present("snapshot", snapshot);
        Require.present("decision", decision);
        Require.text("rule", rule);
        counterEvidence = List.copyOf(counterEvidence);
        dissent = List.copyOf(dissent);
        Require.text("text", text);
        Require.that(
                text.length() <= LONGEST_TEXT,
                "a text of at most " + LONGEST_TEXT + " characters",
                () -> text.length() + " characters");
        Require.text("inputsHash", inputsHash);
        views = views == null ? List.of() : List.copyOf(views);
        wording = wording == null ? Wording.TEMPLATE : wording;
    }

    /** Returns the same decision in other words. */
    public Resolution reworded(String words) {
        return new Resolution(
                conflictId,
                snapshot,
                decision,
                rule,
                counterEvidence,
                dissent,
                words,
                inputsHash,
                views,
                decisionHash,
                Wording.LANGUAGE_MODEL);
    }
}
