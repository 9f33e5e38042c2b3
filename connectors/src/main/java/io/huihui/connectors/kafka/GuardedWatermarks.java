package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.CompleteSeconds;
import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of one partition: the seconds that ended before the newest event time less the
 * out-of-orderness. A single event that is far ahead of its partition does not move them: a jump
 * counts only once a second event confirms it. A night or a weekend is confirmed by the second tick
 * of the session; a corrupt time is not confirmed by anybody.
 */
final class GuardedWatermarks<T> implements WatermarkGenerator<Decoded<T>> {

    /** Longer pauses within a session are rare; a shorter jump does little harm. */
    static final long JUMP_MILLIS = 5 * 60_000L;

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
        long complete = CompleteSeconds.before(newest - outOfOrdernessMillis);
        if (complete > emitted) {
            emitted = complete;
            output.emitWatermark(new Watermark(complete));
        }
    }

    /** Two events that agree to within a jump are taken for the market's time. */
    private boolean confirms(long time) {
        return unconfirmed != Long.MIN_VALUE && Math.abs(time - unconfirmed) <= JUMP_MILLIS;
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Only events move it.
    }
}
