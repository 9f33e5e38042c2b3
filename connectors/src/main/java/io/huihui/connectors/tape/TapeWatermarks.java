package io.huihui.connectors.tape;

import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of a tape. Records come in event-time order, so the time just before each is complete
 * and nothing is ever late. Watermarks follow from the records alone, never from the clock, so they
 * stand at the same places in every run.
 */
final class TapeWatermarks<T> implements WatermarkGenerator<Decoded<T>> {

    /**
     * Watermarks move in steps: one per event would cost more than the event itself where events
     * are dense, and nothing downstream fires more often than once a second.
     */
    static final long STEP_MILLIS = 100;

    private long emitted = Long.MIN_VALUE;

    @Override
    public void onEvent(Decoded<T> decoded, long timestamp, WatermarkOutput output) {
        if (decoded.value() == null) {
            return;
        }
        long complete = Math.floorDiv(decoded.eventTimeMillis(), STEP_MILLIS) * STEP_MILLIS - 1;
        if (complete > emitted) {
            emitted = complete;
            output.emitWatermark(new Watermark(complete));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // The clock has no say here.
    }
}
