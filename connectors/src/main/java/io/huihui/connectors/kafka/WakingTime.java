package io.huihui.connectors.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

import java.util.concurrent.TimeUnit;

/**
 * Event time goes no faster than the clock in the first moments after the reader was silent. When a
 * feed comes back, all readers find minutes of it waiting, but do not begin at the same moment; one
 * that reads to the end before another has begun would make the other's records late, since idle
 * readers are not waited for (docs/decisions/0094).
 */
final class WakingTime {

    /** By then every reader has had several fetches, also on a busy machine. */
    static final long SETTLE_MILLIS = 2_000;

    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS);

    private final long silenceNanos;
    private long now;
    private long lastRead;
    private boolean silent = true;
    private boolean settling;
    private long wokenAt;
    private long wokenMillis;
    private long readSince;

    /**
     * @param silenceMillis without a record, after which a reader counts as silent
     */
    WakingTime(long silenceMillis) {
        this.silenceNanos = TimeUnit.MILLISECONDS.toNanos(silenceMillis);
    }

    /** A record of this event time was read. */
    void read(long eventTimeMillis) {
        lastRead = now;
        if (silent) {
            silent = false;
            settling = true;
            wokenAt = now;
            wokenMillis = eventTimeMillis;
            readSince = 0;
        }
        readSince++;
    }

    /** Takes note of the clock, a few times a second. */
    void tick(long nowNanos) {
        now = nowNanos;
        silent = silent || now - lastRead >= silenceNanos;
        settling =
                settling
                        && now - wokenAt < SETTLE_NANOS
                        && readSince < PartitionSilence.LONGEST_RECORDS;
    }

    /** Returns up to when time may go, {@link Long#MAX_VALUE} when it may go as the records say. */
    long limitMillis() {
        if (!settling) {
            return Long.MAX_VALUE;
        }
        return wokenMillis + TimeUnit.NANOSECONDS.toMillis(now - wokenAt);
    }

    /** Returns the output of one partition that holds back watermarks beyond the limit. */
    Output output() {
        return new Output();
    }

    /** Keeps the newest watermark that was beyond the limit, and emits it once it may. */
    final class Output implements WatermarkOutput {
        private WatermarkOutput target;
        private Watermark held;

        /** Returns itself, with what goes through it going there. */
        Output to(WatermarkOutput target) {
            this.target = target;
            return this;
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            if (watermark.getTimestamp() > limitMillis()) {
                held = watermark;
            } else {
                held = null;
                target.emitWatermark(watermark);
            }
        }

        /** Emits what was held back, if time has come to it. */
        void release() {
            if (held != null) {
                emitWatermark(held);
            }
        }

        boolean isHolding() {
            return held != null;
        }

        @Override
        public void markIdle() {
            target.markIdle();
        }

        @Override
        public void markActive() {
            target.markActive();
        }
    }
}
