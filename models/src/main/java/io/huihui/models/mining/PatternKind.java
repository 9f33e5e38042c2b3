package io.huihui.models.mining;

/** What a pattern is made of. */
public enum PatternKind {
    /** A shape of one channel that comes again. */
    MOTIF,
    /** Events that follow each other, with others between them or not. */
    SEQUENCE
}
