package io.huihui.connectors.tape;

import io.huihui.connectors.stream.CompleteSeconds;
import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of a tape. Records come in event-time order, so the seconds before each are complete
 * and nothing is ever late. Watermarks follow from the records alone, never from the clock, so they
 * stand at the same places in every run.
 */
final class TapeWatermarks<T> implements WatermarkGenerator<Decoded<T>> {

    private long emitted = Long.MIN_VALUE;

    @Override
    public void onEvent(Decoded<T> decoded, long timestamp, WatermarkOutput output) {
        if (decoded.value() == null) {
            return;
        }
        long complete = CompleteSeconds.before(decoded.eventTimeMillis());
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
