package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * Why a result is what it is, in numbers and in words.
 *
 * @param subjectId id of the result explained
 * @param base what the score would be without any input
 * @param contributions what each input added
 * @param score base + the sum of the contributions
 * @param writtenBy template or model that worded the text, e.g. {@code template/1}
 */
public record Explanation(
        String subjectId,
        SnapshotId snapshot,
        double base,
        List<Contribution> contributions,
        double score,
        String text,
        String writtenBy) {

    private static final double SUM_TOLERANCE = 1e-6;

    public Explanation {
        Require.text("subjectId", subjectId);
        Require.present("snapshot", snapshot);
        Require.finite("base", base);
        contributions = List.copyOf(contributions);
        Require.finite("score", score);
        double sum = base + contributions.stream().mapToDouble(Contribution::value).sum();
        Require.that(
                Math.abs(sum - score) <= SUM_TOLERANCE,
                "base + contributions = score",
                () -> "sum=" + sum + " score=" + score + " for " + subjectId);
        Require.text("text", text);
        Require.text("writtenBy", writtenBy);
    }
}
