package io.huihui.models.serialization;

import io.huihui.models.event.EventArbitraries;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Quote;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EventBlockTest {

    private static final long END = 1_741_788_001_000L;

    private final EventBlockReader reader = new EventBlockReader();

    @Property
    void everyEventComesBackEqual(@ForAll("events") MarketEvent event) throws IOException {
        long end = (Math.floorDiv(event.eventTimeMillis(), 1000L) + 1) * 1000;
        EventBlock block = throughBytes(EventBlockWriter.single(event, end));

        assertThat(block.symbol()).isEqualTo(event.symbol());
        assertThat(block.secondEndMillis()).isEqualTo(end);
        assertThat(eventsOf(block)).containsExactly(event);
    }

    @Property
    void aLateEventComesBackWithTheSecondThatKnowsIt(@ForAll("events") MarketEvent event)
            throws IOException {
        long end = (Math.floorDiv(event.eventTimeMillis(), 1000L) + 1) * 1000;
        EventBlock block = throughBytes(EventBlockWriter.single(event, end, end + 3000));

        assertThat(block.isLate()).isTrue();
        assertThat(block.secondEndMillis()).isEqualTo(end);
        assertThat(block.knownEndMillis()).isEqualTo(end + 3000);
        assertThat(eventsOf(block)).containsExactly(event);
    }

    /** As it lies in savepoints of 0.1.0. */
    @Example
    void aBlockOfTheFirstLayoutIsOnTime() throws IOException {
        EventBlock block = EventBlockWriter.single(quote(10, "a", 7), END);
        DataOutputSerializer out = new DataOutputSerializer(64);
        StringValue.writeString("SPY", out);
        out.writeLong(END);
        out.writeInt(1);
        out.writeInt(block.bytes().length);
        out.write(block.bytes());

        EventBlock read =
                EventBlockSerializer.INSTANCE.deserialize(
                        new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(read.isLate()).isFalse();
        assertThat(read.knownEndMillis()).isEqualTo(END);
        assertThat(eventsOf(read)).containsExactly(quote(10, "a", 7));
    }

    @Example
    void eventsOfSeveralSourcesKeepTheirOrder() throws IOException {
        List<MarketEvent> events =
                List.of(
                        quote(0, "a", 7),
                        quote(999, "b", Long.MAX_VALUE),
                        quote(10, "a", 0),
                        quote(500, "c", 1),
                        quote(500, "b", 6));
        EventBlockWriter writer = new EventBlockWriter("SPY", END);
        events.forEach(event -> assertThat(writer.add(event)).isTrue());

        EventBlock block = throughBytes(writer.block());

        assertThat(block.events()).isEqualTo(5);
        assertThat(eventsOf(block)).isEqualTo(events);
    }

    @Example
    void moreSourcesThanABlockCanNumberAreRefused() throws IOException {
        EventBlockWriter writer = new EventBlockWriter("SPY", END);
        List<MarketEvent> taken = new ArrayList<>();
        for (int i = 0; i < 255; i++) {
            MarketEvent event = quote(i, "source-" + i, i);
            taken.add(event);
            assertThat(writer.add(event)).isTrue();
        }

        assertThat(writer.add(quote(300, "one-too-many", 1))).isFalse();
        assertThat(writer.add(quote(300, "source-0", 300))).isTrue();

        taken.add(quote(300, "source-0", 300));
        assertThat(eventsOf(writer.block())).isEqualTo(taken);
    }

    @Property
    void everyNumberComesBack(@ForAll long value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        VarLong.write(value, out);

        assertThat(VarLong.read(new DataInputDeserializer(out.getCopyOfBuffer()))).isEqualTo(value);
        assertThat(out.length()).isLessThanOrEqualTo(10);
    }

    @Example
    void numbersNearZeroTakeOneByte() throws IOException {
        for (long value = -64; value < 64; value++) {
            DataOutputSerializer out = new DataOutputSerializer(16);
            VarLong.write(value, out);
            assertThat(out.length()).isEqualTo(1);
        }
    }

    private List<MarketEvent> eventsOf(EventBlock block) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        reader.read(block, events);
        return events;
    }

    private static EventBlock throughBytes(EventBlock block) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        EventBlockSerializer.INSTANCE.serialize(block, out);
        return EventBlockSerializer.INSTANCE.deserialize(
                new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private static Quote quote(long offset, String source, long sequence) {
        return new Quote("SPY", END - 1000 + offset, source, sequence, 99.99, 100, 100.01, 200);
    }

    @Provide
    Arbitrary<MarketEvent> events() {
        return EventArbitraries.events();
    }
}
