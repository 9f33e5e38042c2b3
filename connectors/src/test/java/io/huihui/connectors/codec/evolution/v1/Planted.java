package io.huihui.connectors.codec.evolution.v1;

import java.util.List;

/** A record as it was first released. */
public record Planted(
        String symbol, long eventTimeMillis, Mood mood, List<Double> values, int gone) {

    /** Two constants, and one for what is not known. */
    public enum Mood {
        UNKNOWN,
        CALM,
        WILD
    }
}
