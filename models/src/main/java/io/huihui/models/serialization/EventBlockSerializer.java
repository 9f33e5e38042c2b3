package io.huihui.models.serialization;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

import java.io.IOException;

/**
 * Writes a block as symbol, second, count and its bytes. The bytes name each event's layout by its
 * {@link EventTag}, so a later layout gets a new tag and older blocks stay readable. The count of a
 * block of late events is negative and the second with which they are known follows: a layout that
 * leaves blocks of earlier versions readable, which had no such events (docs/decisions/0096).
 */
public final class EventBlockSerializer extends ImmutableSerializer<EventBlock> {

    private static final long serialVersionUID = 1L;

    public static final EventBlockSerializer INSTANCE = new EventBlockSerializer();

    private EventBlockSerializer() {}

    @Override
    public void serialize(EventBlock block, DataOutputView target) throws IOException {
        StringValue.writeString(block.symbol(), target);
        target.writeLong(block.secondEndMillis());
        if (block.isLate()) {
            target.writeInt(-block.events());
            target.writeLong(block.knownEndMillis());
        } else {
            target.writeInt(block.events());
        }
        target.writeInt(block.bytes().length);
        target.write(block.bytes());
    }

    @Override
    public EventBlock deserialize(DataInputView source) throws IOException {
        String symbol = StringValue.readString(source);
        long secondEndMillis = source.readLong();
        int events = source.readInt();
        long knownEndMillis = events < 0 ? source.readLong() : secondEndMillis;
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return new EventBlock(symbol, secondEndMillis, knownEndMillis, Math.abs(events), bytes);
    }

    @Override
    public TypeSerializerSnapshot<EventBlock> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Snapshot of this serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EventBlock> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
