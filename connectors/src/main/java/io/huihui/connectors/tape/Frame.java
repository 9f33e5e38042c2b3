package io.huihui.connectors.tape;

import io.huihui.connectors.topic.EffectOrder;

import java.util.Arrays;
import java.util.Comparator;

/** One encoded record with its place in the order. Equal places are ordered by key, then bytes. */
final class Frame {

    static final Comparator<Frame> ORDER =
            Comparator.comparing((Frame frame) -> frame.order)
                    .thenComparing(frame -> frame.key)
                    .thenComparing(frame -> frame.bytes, Arrays::compareUnsigned);

    final EffectOrder order;
    final String key;
    final byte[] bytes;

    Frame(EffectOrder order, String key, byte[] bytes) {
        this.order = order;
        this.key = key;
        this.bytes = bytes;
    }

    /** About what it takes in memory: the bytes, three objects and two short texts. */
    long memoryBytes() {
        return bytes.length + OVERHEAD_BYTES;
    }

    private static final long OVERHEAD_BYTES = 120;
}
