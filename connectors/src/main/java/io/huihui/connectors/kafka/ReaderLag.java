package io.huihui.connectors.kafka;

import java.util.function.LongSupplier;

/**
 * Whether the reader of some partitions is behind Kafka: it reads records that Kafka took a while
 * ago. While it is, a partition's silence means nothing, since its records may be waiting for their
 * turn behind a megabyte of another partition.
 */
final class ReaderLag {

    private final long allowedMillis;
    private final LongSupplier clock;
    private long nowMillis;
    private long read;
    private long readBehind;

    ReaderLag(long allowedMillis, LongSupplier clock) {
        this.allowedMillis = allowedMillis;
        this.clock = clock;
        this.nowMillis = clock.getAsLong();
    }

    /** A record was read that Kafka took at this time. */
    void read(long takenMillis) {
        read++;
        if (nowMillis - takenMillis > allowedMillis) {
            readBehind++;
        }
    }

    /** Looks at the clock; a few times a second is enough, once per record would cost. */
    void tick() {
        nowMillis = clock.getAsLong();
    }

    /** Returns how many records all partitions have given since the start. */
    long read() {
        return read;
    }

    /** Returns how many records were read that Kafka had taken long before. */
    long readBehind() {
        return readBehind;
    }
}
