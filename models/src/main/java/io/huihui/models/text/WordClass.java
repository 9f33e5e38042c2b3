package io.huihui.models.text;

/** What a word does in a sentence about a company's figures. */
public enum WordClass {
    UP,
    DOWN,
    /** A figure that is better when higher. */
    GOOD_FIGURE,
    /** A figure that is better when lower. */
    BAD_FIGURE,
    GOOD,
    BAD,
    NEGATION,
    CURRENCY,
    PERCENT,
    /** A small word on which a comparison or a claim turns. */
    HINGE,
    NUMBER,
    YEAR
}
