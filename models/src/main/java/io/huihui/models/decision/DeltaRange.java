package io.huihui.models.decision;

import io.huihui.models.Require;

/** Absolute delta of an option, 0..1. */
public record DeltaRange(double low, double high) {

    public DeltaRange {
        Require.that(
                low >= 0 && low <= high && high <= 1,
                "0 <= low <= high <= 1 absolute delta",
                () -> "low=" + low + " high=" + high);
    }
}
