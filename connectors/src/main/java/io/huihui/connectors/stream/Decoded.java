package io.huihui.connectors.stream;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.decision.DeadLetter;

/**
 * What a source makes of one message: a record, or the reason why there is none.
 *
 * @param value null exactly when {@code deadLetter} is not
 * @param eventTimeMillis of the record; {@link #NO_TIME} for a dead letter
 * @param partition where the record was read; null for a dead letter, which says so itself, and for
 *     a record of a tape, which has one order for all
 */
public record Decoded<T>(
        @OrNull T value,
        long eventTimeMillis,
        @OrNull SourcePartition partition,
        @OrNull DeadLetter deadLetter) {

    /** A dead letter moves no watermark. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public Decoded {
        if ((value == null) == (deadLetter == null)) {
            throw Require.violated("a record or a dead letter", value + " and " + deadLetter);
        }
    }

    /** A record of a tape. */
    public static <T> Decoded<T> of(T value, long eventTimeMillis) {
        return new Decoded<>(value, eventTimeMillis, null, null);
    }

    /** A record of a partition. */
    public static <T> Decoded<T> of(T value, long eventTimeMillis, SourcePartition partition) {
        return new Decoded<>(value, eventTimeMillis, partition, null);
    }

    public static <T> Decoded<T> dead(DeadLetter deadLetter) {
        return new Decoded<>(null, NO_TIME, null, deadLetter);
    }
}
