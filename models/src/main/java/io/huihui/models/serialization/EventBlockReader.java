package io.huihui.models.serialization;

import io.huihui.models.event.MarketEvent;

import org.apache.flink.core.memory.DataInputDeserializer;

import java.io.IOException;
import java.util.List;

/** Takes blocks apart, sharing equal names and contracts. Not safe for several threads. */
public final class EventBlockReader {

    private final MarketEventReader reader = new MarketEventReader();
    private final DataInputDeserializer in = new DataInputDeserializer();
    private final String[] sources = new String[256];

    /**
     * Adds the events of a block to a list, in the order in which they were added to it.
     *
     * @throws IOException when the bytes are not those of a block
     */
    public void read(EventBlock block, List<MarketEvent> into) throws IOException {
        in.setBuffer(block.bytes());
        long secondStart = block.secondEndMillis() - EventBlockWriter.SECOND_MILLIS;
        int known = 0;
        long sequence = 0;
        for (int i = 0; i < block.events(); i++) {
            int tag = in.readUnsignedByte();
            long time = secondStart + in.readUnsignedShort();
            int source = in.readUnsignedByte();
            if (source == known) {
                sources[known++] = reader.text(in);
            }
            sequence += VarLong.read(in);
            into.add(reader.body(tag, block.symbol(), time, sources[source], sequence, in));
        }
    }
}
