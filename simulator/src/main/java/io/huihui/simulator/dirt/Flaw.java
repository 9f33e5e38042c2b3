package io.huihui.simulator.dirt;

/** What a raw provider row has wrong; NONE also for rows with numbers in scientific notation. */
public enum Flaw {
    NONE,
    /** The payload ends in the middle. */
    TRUNCATED,
    /** A field too few or too many. */
    WRONG_FIELD_COUNT,
    /** A word where a number must stand. */
    WORD_FOR_NUMBER,
    /** NaN where a number must stand. */
    NOT_A_NUMBER,
    /** Bid above ask. */
    CROSSED,
    /** A size or a price below zero. */
    NEGATIVE,
    /** An expiry that is no date. */
    ABSURD_DATE
}
