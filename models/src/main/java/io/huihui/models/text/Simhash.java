package io.huihui.models.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A 64-bit fingerprint of a headline: alike texts differ in few bits. Each word, pair of
 * neighbouring words and run of four letters votes for the bits of its hash.
 *
 * <p>Reference: Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002;
 * Manku, Jain, Sarma, "Detecting near-duplicates for web crawling", WWW 2007.
 */
public final class Simhash {

    /** What a wire puts before a text it sends again. */
    private static final Pattern REPEAT_MARK =
            Pattern.compile(
                    "^\\s*(?:(?:update|rpt|refile|corrected|correction|breaking|exclusive|recap|wrapup)"
                            + "\\s*[0-9]*\\s*[-:]\\s*)+",
                    Pattern.CASE_INSENSITIVE);

    /** Letters of a run; runs let a changed ending cost a few bits instead of a whole word. */
    private static final int RUN = 4;

    /** Words say more than runs of letters, of which there are many more. */
    private static final int WORD_WEIGHT = 3;

    private static final int PAIR_WEIGHT = 2;

    private Simhash() {}

    /** Returns the fingerprint of a text; 0 for one without a word. */
    public static long of(String text) {
        List<String> words = Words.of(REPEAT_MARK.matcher(text).replaceFirst(""));
        int[] votes = new int[Long.SIZE];
        long before = 0;
        for (String word : words) {
            long hash = TextHash.of(word);
            vote(votes, hash, WORD_WEIGHT);
            if (before != 0) {
                vote(votes, TextHash.pair(before, hash), PAIR_WEIGHT);
            }
            before = hash;
            for (int i = 0; i + RUN <= word.length(); i++) {
                vote(votes, TextHash.of(word, i, i + RUN), 1);
            }
        }
        long fingerprint = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            fingerprint |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return fingerprint;
    }

    /** Returns in how many bits two fingerprints differ, 0..64. */
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    private static void vote(int[] votes, long hash, int weight) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += ((hash >>> bit) & 1) == 1 ? weight : -weight;
        }
    }
}
