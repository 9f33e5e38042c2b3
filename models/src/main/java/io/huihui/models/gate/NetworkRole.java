package io.huihui.models.gate;

/** What a gating network is sent as. */
public enum NetworkRole {
    /** It decides nothing until outcomes have shown that it is better. */
    CHALLENGER,

    /** It decides at once; the one before challenges it, and returns when outcomes say so. */
    CHAMPION
}
