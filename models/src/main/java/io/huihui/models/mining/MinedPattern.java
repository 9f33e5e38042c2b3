package io.huihui.models.mining;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.Sha256;
import io.huihui.models.feature.SnapshotId;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that came again in a symbol's history more clearly than chance explains.
 *
 * @param history symbol and end of the history
 * @param fromMillis begin of the history
 * @param channel of a motif; null for a sequence
 * @param shape of a motif, step by step, mean 0 and sum of squares 1; empty for a sequence
 * @param events of a sequence, in their order; empty for a motif
 * @param score of a motif: correlation of its seed with what is most like it; of a sequence:
 *     deviations between the windows in which it happened and those expected
 * @param expected of a motif: the score that shuffled history does not pass; of a sequence: the
 *     number of windows in which it happens in shuffled history
 * @param pValue probability of such a score, or of a higher one of any other pattern of the kind,
 *     in shuffled history
 * @param shuffles how many shuffled histories say so
 * @param occurrences in order of time
 */
public record MinedPattern(
        SnapshotId history,
        long fromMillis,
        PatternKind kind,
        @OrNull MiningChannel channel,
        List<Double> shape,
        List<String> events,
        double score,
        double expected,
        double pValue,
        int shuffles,
        List<PatternOccurrence> occurrences) {

    private static final int HASH_DIGITS = 16;

    public MinedPattern {
        Require.present("history", history);
        Require.that(
                fromMillis < history.secondEndMillis(),
                "a history that begins before it ends",
                () -> "fromMillis=" + fromMillis + " of " + history);
        Require.present("kind", kind);
        shape = List.copyOf(shape);
        events = List.copyOf(events);
        boolean isMotif = kind == PatternKind.MOTIF;
        Require.that(
                isMotif == (channel != null)
                        && isMotif == !shape.isEmpty()
                        && isMotif == events.isEmpty(),
                "a channel and a shape, or events",
                kind + " with channel " + channel + " and events " + events);
        Require.finite("score", score);
        Require.finite("expected", expected);
        Require.within("pValue", pValue, 0, 1);
        Require.that(shuffles >= 1, "shuffles >= 1", () -> "shuffles=" + shuffles);
        occurrences = List.copyOf(occurrences);
        Require.that(
                occurrences.size() >= 2,
                "at least two occurrences",
                "occurrences=" + occurrences.size());
    }

    /** Returns the first digits of the hash of all that is said here. */
    public String hash() {
        return Sha256.hex(toString()).substring(0, HASH_DIGITS);
    }

    /** Returns the hash of a set of patterns, whatever their order. */
    public static String hash(List<MinedPattern> patterns) {
        return Sha256.hex(
                patterns.stream()
                        .map(MinedPattern::toString)
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
