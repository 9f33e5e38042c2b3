package io.huihui.connectors.stream;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.decision.DeadLetter;

/**
 * What a source makes of one message: a record, or the reason why there is none.
 *
 * @param value null exactly when {@code deadLetter} is not
 * @param eventTimeMillis of the record; {@link #NO_TIME} for a dead letter
 * @param knownMillis from when on the record counts: its event time, or later when the source had
 *     completed that before it read the record; {@link #NO_TIME} for a dead letter
 */
public record Decoded<T>(
        @OrNull T value, long eventTimeMillis, long knownMillis, @OrNull DeadLetter deadLetter) {

    /** A dead letter moves no watermark. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public Decoded {
        if ((value == null) == (deadLetter == null)) {
            throw Require.violated("a record or a dead letter", value + " and " + deadLetter);
        }
        Require.that(
                knownMillis >= eventTimeMillis,
                "knownMillis >= eventTimeMillis",
                () -> "knownMillis=" + knownMillis + " eventTimeMillis=" + eventTimeMillis);
    }

    /** A record on time. */
    public static <T> Decoded<T> of(T value, long eventTimeMillis) {
        return new Decoded<>(value, eventTimeMillis, eventTimeMillis, null);
    }

    /** Returns this record, late. */
    public Decoded<T> knownAt(long millis) {
        return new Decoded<>(value, eventTimeMillis, millis, deadLetter);
    }

    public static <T> Decoded<T> dead(DeadLetter deadLetter) {
        return new Decoded<>(null, NO_TIME, NO_TIME, deadLetter);
    }
}
