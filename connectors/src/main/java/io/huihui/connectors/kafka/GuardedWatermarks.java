package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Watermarks of one partition, as {@link PartitionTime} says, once a second. */
final class GuardedWatermarks<T> implements WatermarkGenerator<Decoded<T>> {

    private final long outOfOrdernessMillis;
    private final PartitionTime time = new PartitionTime();
    private long emitted = PartitionTime.NONE;

    GuardedWatermarks(long outOfOrdernessMillis) {
        this.outOfOrdernessMillis = outOfOrdernessMillis;
    }

    @Override
    public void onEvent(Decoded<T> decoded, long timestamp, WatermarkOutput output) {
        if (decoded.value() == null || !time.hear(decoded.eventTimeMillis())) {
            return;
        }
        long complete = time.complete(outOfOrdernessMillis);
        if (complete > emitted) {
            emitted = complete;
            output.emitWatermark(new Watermark(complete));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Only events move it.
    }
}
