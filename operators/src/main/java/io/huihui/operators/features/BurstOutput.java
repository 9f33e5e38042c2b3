package io.huihui.operators.features;

import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds records back until there are some, and passes them on together, in their order. Buffers are
 * sent at once, so each record wakes the thread of every task that takes it when that thread has
 * nothing else to do; records that come together wake it once.
 *
 * <p>Nothing overtakes what is held: a watermark, or anything else that is no record, sends it
 * first. Its operator sends it before a checkpoint and before it waits for input. Used by the
 * thread of one task.
 */
final class BurstOutput<T> implements Output<StreamRecord<T>> {

    private final Output<StreamRecord<T>> output;
    private final int most;
    private final List<Runnable> held = new ArrayList<>();
    private int records;

    /**
     * Passes on to another output.
     *
     * @param most records held, not counting those of side outputs
     */
    BurstOutput(Output<StreamRecord<T>> output, int most) {
        this.output = output;
        this.most = most;
    }

    /** Passes on what is held. */
    void send() {
        for (Runnable each : held) {
            each.run();
        }
        held.clear();
        records = 0;
    }

    @Override
    public void collect(StreamRecord<T> record) {
        if (records == most) {
            send();
        }
        StreamRecord<T> kept = record.copy(record.getValue()); // the collector uses its own again
        held.add(() -> output.collect(kept));
        records++;
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
        StreamRecord<X> kept = record.copy(record.getValue());
        held.add(() -> output.collect(tag, kept));
    }

    @Override
    public void emitWatermark(Watermark mark) {
        send();
        output.emitWatermark(mark);
    }

    @Override
    public void emitWatermark(WatermarkEvent event) {
        send();
        output.emitWatermark(event);
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
        send();
        output.emitWatermarkStatus(status);
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {
        send();
        output.emitLatencyMarker(marker);
    }

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {
        send();
        output.emitRecordAttributes(attributes);
    }

    /** Nothing is held after a task has finished; of one that failed nothing is to be sent. */
    @Override
    public void close() {
        output.close();
    }
}
