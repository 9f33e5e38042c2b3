package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of one partition: the newest event time less the out-of-orderness. A single event that
 * is far ahead of its partition does not move them: a jump counts only once a second event confirms
 * it. A night or a weekend is confirmed by the second tick of the session; a corrupt time is not
 * confirmed by anybody.
 */
final class GuardedWatermarks<T> implements WatermarkGenerator<Decoded<T>> {

    /** Longer pauses within a session are rare; a shorter jump does little harm. */
    static final long JUMP_MILLIS = 5 * 60_000L;

    /**
     * Event time by which the watermark must have moved to be sent at once: a hundred a second are
     * not felt, and a snapshot waits no longer than this beyond the out-of-orderness.
     */
    static final long STEP_MILLIS = 10;

    private final long outOfOrdernessMillis;
    private long newest = Long.MIN_VALUE;
    private long unconfirmed = Long.MIN_VALUE;
    private long emitted = Long.MIN_VALUE;

    GuardedWatermarks(long outOfOrdernessMillis) {
        this.outOfOrdernessMillis = outOfOrdernessMillis;
    }

    @Override
    public void onEvent(Decoded<T> decoded, long timestamp, WatermarkOutput output) {
        if (decoded.value() == null) {
            return;
        }
        long time = decoded.eventTimeMillis();
        if (time <= newest) {
            return;
        }
        boolean jump = newest == Long.MIN_VALUE || time - newest > JUMP_MILLIS;
        if (jump && !confirms(time)) {
            unconfirmed = time;
            return;
        }
        newest = jump ? Math.min(time, unconfirmed) : time;
        if (watermark() - emitted >= STEP_MILLIS || emitted == Long.MIN_VALUE) {
            emit(output);
        }
    }

    /** Two events that agree to within a jump are taken for the market's time. */
    private boolean confirms(long time) {
        return unconfirmed != Long.MIN_VALUE && Math.abs(time - unconfirmed) <= JUMP_MILLIS;
    }

    private long watermark() {
        return newest - outOfOrdernessMillis - 1;
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (newest != Long.MIN_VALUE && watermark() > emitted) {
            emit(output);
        }
    }

    private void emit(WatermarkOutput output) {
        emitted = watermark();
        output.emitWatermark(new Watermark(emitted));
    }
}
