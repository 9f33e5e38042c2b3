package io.huihui.models.text;

/** What a text adds to those before it. */
public enum Novelty {
    /** Nothing like it was there. */
    NEW,
    /** Another source has told the same: it says nothing new, but that more take it up. */
    ECHO,
    /** The same source sends it again. */
    REPEAT
}
