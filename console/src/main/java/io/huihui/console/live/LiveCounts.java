package io.huihui.console.live;

import java.util.concurrent.atomic.LongAdder;

/**
 * What all clients since the start were sent.
 *
 * @param frames text frames
 * @param conflated records that were replaced by newer ones before a client had taken them
 */
record LiveCounts(LongAdder frames, LongAdder conflated) {

    static LiveCounts zero() {
        return new LiveCounts(new LongAdder(), new LongAdder());
    }
}
