package io.huihui.operators.features;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.metric.SymbolFeatures;
import io.huihui.models.serialization.EventBlock;
import io.huihui.models.serialization.EventBlockTypeInfo;
import io.huihui.models.serialization.EventBlockWriter;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers the events of each symbol and second into blocks, within the source's own task.
 *
 * <pre>
 * events => hold until the watermark passes their second, or the block is full => blocks
 * </pre>
 *
 * {@link Features} does nothing with an event before the watermark has passed its second, so an
 * event that arrives just before that watermark is early enough: blocks add no time. They let the
 * shuffle, the state and the checkpoint handle hundreds of events as one. Whatever is held leaves
 * before a checkpoint's barrier, so there is no state; and before the source turns idle, because
 * then the watermark goes on without it.
 *
 * <p>The timestamp of an event says when it is known: in its own second, or in a later one when it
 * is late. Late events are few and leave at once, each in a block of its own; {@link Features}
 * gathers what is known in one second.
 */
public final class EventBlocks extends AbstractStreamOperator<EventBlock>
        implements OneInputStreamOperator<MarketEvent, EventBlock> {

    public static final String UID = "event-blocks";

    /**
     * A full block, about a hundred events: small beside Flink's buffers of 32 KiB, so that a dense
     * second crosses the network while it lasts and not all at its end.
     */
    static final int FULL_BYTES = 4096;

    /** Blocks held at most: bounds the memory when the watermark stands still. */
    static final int MOST_BLOCKS = 16_384;

    private static final long serialVersionUID = 1L;
    private static final long NONE = Long.MIN_VALUE;

    /** By end of second, then by symbol in order of arrival. */
    private transient TreeMap<Long, Map<String, EventBlockWriter>> held;

    private transient int heldBlocks;

    /** Second and blocks that were asked for last: nearly always those asked for next. */
    private transient long lastEnd;

    private transient Map<String, EventBlockWriter> last;

    /** Returns the blocks; chained to the source of the events. */
    static SingleOutputStreamOperator<EventBlock> attach(DataStream<MarketEvent> events) {
        return events.transform("Event blocks", EventBlockTypeInfo.INSTANCE, new EventBlocks())
                .uid(UID)
                .setParallelism(events.getParallelism());
    }

    @Override
    public void open() throws Exception {
        super.open();
        held = new TreeMap<>();
        lastEnd = NONE;
    }

    @Override
    public void processElement(StreamRecord<MarketEvent> element) {
        MarketEvent event = element.getValue();
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        long known = SymbolFeatures.endOfSecond(element.getTimestamp());
        if (known > end) {
            send(EventBlockWriter.single(event, end, known));
            return;
        }
        Map<String, EventBlockWriter> second = second(end);
        EventBlockWriter writer = second.get(event.symbol());
        if (writer == null || !writer.add(event)) {
            writer = replace(second, event, end, writer);
        }
        if (writer.bytes() >= FULL_BYTES) {
            second.remove(event.symbol());
            heldBlocks--;
            send(writer.block());
        }
    }

    private Map<String, EventBlockWriter> second(long end) {
        if (end != lastEnd) {
            lastEnd = end;
            last = held.computeIfAbsent(end, unknown -> new LinkedHashMap<>());
        }
        return last;
    }

    /** Sends the writer that cannot take the event, if there is one, and begins another. */
    private EventBlockWriter replace(
            Map<String, EventBlockWriter> second,
            MarketEvent event,
            long end,
            EventBlockWriter writer) {
        if (writer != null) {
            send(writer.block());
        } else if (++heldBlocks > MOST_BLOCKS) {
            sendAll();
            heldBlocks = 1;
            second = second(end);
        }
        EventBlockWriter begun = new EventBlockWriter(event.symbol(), end);
        begun.add(event);
        second.put(event.symbol(), begun);
        return begun;
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        while (!held.isEmpty() && held.firstKey() - 1 <= mark.getTimestamp()) {
            send(held.pollFirstEntry().getValue());
            lastEnd = NONE;
        }
        super.processWatermark(mark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        if (status.isIdle()) {
            sendAll();
        }
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        sendAll();
    }

    @Override
    public void finish() throws Exception {
        sendAll();
        super.finish();
    }

    private void sendAll() {
        held.values().forEach(this::send);
        held.clear();
        lastEnd = NONE;
    }

    private void send(Map<String, EventBlockWriter> second) {
        heldBlocks -= second.size();
        second.values().forEach(writer -> send(writer.block()));
    }

    private void send(EventBlock block) {
        output.collect(new StreamRecord<>(block, block.knownEndMillis() - 1));
    }
}
