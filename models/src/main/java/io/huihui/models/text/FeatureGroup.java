package io.huihui.models.text;

/** Kinds of features of a sentence; each is weighed and brought to length 1 on its own. */
public enum FeatureGroup {
    /** Words, pairs and triples of neighbouring words. */
    WORDS,
    /** Runs of three to five letters inside words. */
    LETTERS,
    /** Classes of words in a row, directions beside figures, and comparisons of numbers. */
    PATTERNS,
    /** Pairs of words with up to four others between them. */
    GAPS
}
