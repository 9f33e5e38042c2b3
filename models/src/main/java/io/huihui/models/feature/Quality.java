package io.huihui.models.feature;

/** How far a value may be trusted. Anything but OK travels beside the value. */
public enum Quality {
    /** Computed from complete input. */
    OK,
    /** Too few samples yet; the value is missing. */
    WARMUP,
    /** Computed from input older than its allowed age. */
    STALE,
    /** Some inputs were missing; computed from the rest, or missing. */
    PARTIAL,
    /** The normaliser had no spread, so the score is 0 by definition. */
    DEGENERATE,
    /** Beyond the clip and cut there. */
    CLIPPED,
    /** Made up by a simulator or a stand-in; never shown as live. */
    SYNTHETIC,
    /** The input this needs is not fed at all; the value is missing. */
    ABSENT
}
