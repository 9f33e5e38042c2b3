package io.huihui.connectors.codec.evolution.v2;

import io.huihui.models.OrNull;

import java.util.List;

/** The same a release later: reordered, one component gone, two new ones, one more constant. */
public record Planted(
        long eventTimeMillis,
        String symbol,
        @OrNull String note,
        Mood mood,
        List<Double> values,
        Double score,
        Integer gone) {

    /** One more constant. */
    public enum Mood {
        CALM,
        WILD,
        FRANTIC,
        UNKNOWN
    }
}
