package io.huihui.benchmarks.evaluate.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts what is wrong in a text that was read: characters or words left out, put in, or mistaken.
 *
 * <p>Reference: Levenshtein, "Binary codes capable of correcting deletions, insertions and
 * reversals", Soviet Physics Doklady, 1966; Sellers, "The theory and computation of evolutionary
 * distances", J. Algorithms, 1980 (a pattern anywhere in a text).
 */
public final class Edits {

    /** What was wrong among how many. */
    public record Count(long wrong, long of) {
        public double rate() {
            return wrong / (double) of;
        }
    }

    private Edits() {}

    /** Returns the least number of words to change, put in or take out. */
    public static Count words(List<String> truth, List<String> read) {
        int[] row = new int[read.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= truth.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (truth.get(i - 1).equals(read.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return new Count(row[read.size()], truth.size());
    }

    /**
     * Returns the characters wrong in what was read of an image. Where on the image a text stands
     * says nothing about its turn, so each is looked for anywhere, longest first, and what it is
     * found as is taken away; what is left in the end nobody wrote, and counts as put in. Blanks
     * count only between the words of a text.
     */
    public static Count anywhere(List<String> truth, String read) {
        List<String> longestFirst = new ArrayList<>(truth);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        StringBuilder left = new StringBuilder(String.join(" ", read.strip().split("\\s+")));
        long wrong = 0;
        long characters = 0;
        for (String text : longestFirst) {
            characters += text.length();
            Match match = best(text, left);
            wrong += match.distance();
            // A blank, so that the texts on both sides do not grow into one.
            left.replace(match.from(), match.to(), " ");
        }
        return new Count(wrong + left.chars().filter(c -> c != ' ').count(), characters);
    }

    /** Returns the characters wrong in one text, wherever it stands in what was read. */
    public static Count found(String truth, String read) {
        return new Count(
                best(truth, String.join(" ", read.split("\\s+"))).distance(), truth.length());
    }

    /** The part of a text that differs least from a pattern. */
    private record Match(int distance, int from, int to) {}

    private static Match best(String pattern, CharSequence text) {
        int[] distance = new int[text.length() + 1];
        int[] from = new int[text.length() + 1];
        for (int j = 0; j < from.length; j++) {
            from[j] = j;
        }
        for (int i = 1; i <= pattern.length(); i++) {
            int diagonal = distance[0];
            int diagonalFrom = from[0];
            distance[0] = i;
            for (int j = 1; j < distance.length; j++) {
                int changed = diagonal + (pattern.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
                int changedFrom = diagonalFrom;
                diagonal = distance[j];
                diagonalFrom = from[j];
                if (changed <= 1 + Math.min(distance[j], distance[j - 1])) {
                    distance[j] = changed;
                    from[j] = changedFrom;
                } else if (distance[j - 1] < distance[j]) {
                    distance[j] = 1 + distance[j - 1];
                    from[j] = from[j - 1];
                } else {
                    distance[j] = 1 + distance[j];
                }
            }
        }
        int end = 0;
        for (int j = 1; j < distance.length; j++) {
            end = distance[j] < distance[end] ? j : end;
        }
        return new Match(distance[end], from[end], end);
    }
}
