package io.huihui.models.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The features of a sentence, hashed: per {@link FeatureGroup} a list of hashes, one for each time
 * a feature occurs. Numbers all look alike, for what matters is which way they went.
 */
public final class SentenceFeatures {

    private static final int LONGEST_WORD_RUN = 3;
    private static final int SHORTEST_LETTER_RUN = 3;
    private static final int LONGEST_LETTER_RUN = 5;
    private static final int LONGEST_CLASS_RUN = 4;

    /** How far from a direction the figure it belongs to may stand. */
    private static final int FIGURE_REACH = 8;

    private static final int WIDEST_GAP = 5;

    private final List<HashList> groups = new ArrayList<>();

    private SentenceFeatures() {
        for (int i = 0; i < FeatureGroup.values().length; i++) {
            groups.add(new HashList());
        }
    }

    /** Returns the features of a text. */
    public static SentenceFeatures of(String text) {
        SentenceFeatures features = new SentenceFeatures();
        List<String> words = Words.of(text);
        WordClass[] classes = new WordClass[words.size()];
        long[] hashes = new long[words.size() + 2];
        hashes[0] = TextHash.of("<s>");
        hashes[words.size() + 1] = TextHash.of("</s>");
        for (int i = 0; i < classes.length; i++) {
            classes[i] = WordClasses.of(words.get(i));
            boolean number = classes[i] == WordClass.NUMBER || classes[i] == WordClass.YEAR;
            hashes[i + 1] = TextHash.of(number ? "0" : words.get(i));
        }
        features.addRuns(FeatureGroup.WORDS, hashes, LONGEST_WORD_RUN);
        words.forEach(features::addLetters);
        features.addPatterns(words, classes, hashes);
        features.addGaps(hashes);
        return features;
    }

    /** Returns the hashes of a group, in the order of the text. */
    public long[] hashes(FeatureGroup group) {
        return groups.get(group.ordinal()).toArray();
    }

    private void add(FeatureGroup group, long hash) {
        groups.get(group.ordinal()).add(hash);
    }

    private void addRuns(FeatureGroup group, long[] hashes, int longest) {
        for (int i = 0; i < hashes.length; i++) {
            long run = 0;
            for (int j = i; j < Math.min(hashes.length, i + longest); j++) {
                run = TextHash.pair(run, hashes[j]);
                add(group, run);
            }
        }
    }

    private void addLetters(String word) {
        String edged = " " + word + " ";
        for (int length = SHORTEST_LETTER_RUN; length <= LONGEST_LETTER_RUN; length++) {
            for (int i = 0; i + length <= edged.length(); i++) {
                add(FeatureGroup.LETTERS, TextHash.of(edged, i, i + length));
            }
        }
    }

    private void addPatterns(List<String> words, WordClass[] classes, long[] hashes) {
        List<Long> row = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == WordClass.HINGE) {
                row.add(hashes[i + 1]);
            } else if (classes[i] != null) {
                row.add(TextHash.of(classes[i].name()));
            }
            if (isTelling(classes[i])) {
                addNeighbours(classes, hashes, i);
            }
        }
        long[] classHashes = row.stream().mapToLong(Long::longValue).toArray();
        addRuns(FeatureGroup.PATTERNS, classHashes, LONGEST_CLASS_RUN);
        NumberComparison.read(
                words,
                classes,
                (up, figure) -> {
                    boolean good = up == (figure != WordClass.BAD_FIGURE);
                    String name = up ? "compared-up" : "compared-down";
                    add(FeatureGroup.PATTERNS, TextHash.of(name));
                    add(FeatureGroup.PATTERNS, TextHash.of(name + "|" + figure));
                    add(
                            FeatureGroup.PATTERNS,
                            TextHash.of(good ? "compared-good" : "compared-bad"));
                });
    }

    private static boolean isTelling(WordClass of) {
        return of == WordClass.UP
                || of == WordClass.DOWN
                || of == WordClass.GOOD
                || of == WordClass.BAD
                || of == WordClass.NEGATION;
    }

    private void addNeighbours(WordClass[] classes, long[] hashes, int at) {
        long own = TextHash.of(classes[at].name());
        int from = Math.max(0, at - FIGURE_REACH);
        int to = Math.min(classes.length, at + FIGURE_REACH + 1);
        for (int i = from; i < to; i++) {
            WordClass other = classes[i];
            boolean figure = other == WordClass.GOOD_FIGURE || other == WordClass.BAD_FIGURE;
            if (i != at
                    && (figure
                            || other == WordClass.UP
                            || other == WordClass.DOWN
                            || other == WordClass.NEGATION)) {
                long side = TextHash.of(i < at ? "before" : "after");
                long pair = TextHash.pair(own, TextHash.of(other.name()));
                add(FeatureGroup.PATTERNS, TextHash.pair(pair, side));
                add(FeatureGroup.PATTERNS, TextHash.pair(own, hashes[i + 1]));
            }
        }
    }

    private void addGaps(long[] hashes) {
        for (int i = 1; i < hashes.length - 1; i++) {
            for (int j = i + 2; j <= Math.min(hashes.length - 2, i + WIDEST_GAP); j++) {
                add(FeatureGroup.GAPS, TextHash.pair(hashes[i], hashes[j]));
            }
        }
    }
}
