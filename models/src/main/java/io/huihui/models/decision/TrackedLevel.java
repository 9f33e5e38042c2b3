package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * A level through the life of a trade.
 *
 * @param fill price at which it was really dealt; null while it was not
 */
public record TrackedLevel(PriceLevel initial, PriceLevel current, @OrNull PriceLevel fill) {

    public TrackedLevel {
        Require.present("initial", initial);
        Require.present("current", current);
        Require.that(
                current.space() == initial.space()
                        && (fill == null || fill.space() == initial.space()),
                "initial, current and fill in one price space",
                () -> "initial=" + initial + " current=" + current + " fill=" + fill);
    }

    public static TrackedLevel at(PriceLevel level) {
        return new TrackedLevel(level, level, null);
    }

    public TrackedLevel movedTo(PriceLevel level) {
        return new TrackedLevel(initial, level, fill);
    }

    public TrackedLevel filledAt(PriceLevel level) {
        return new TrackedLevel(initial, current, level);
    }
}
