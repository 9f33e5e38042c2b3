package io.huihui.models.serialization;

import io.huihui.models.event.EventArbitraries;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionQuote;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MarketEventSerializerTest {

    private final MarketEventSerializer serializer = new MarketEventSerializer();

    @Property
    void everyEventComesBackEqual(@ForAll("events") List<MarketEvent> events) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        for (MarketEvent event : events) {
            serializer.serialize(event, out);
        }

        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (MarketEvent event : events) {
            assertThat(serializer.deserialize(in)).isEqualTo(event);
        }
        assertThat(in.available()).isZero();
    }

    @Property(tries = 50)
    void equalContractsBecomeOneObject(@ForAll("optionQuotes") OptionQuote quote)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(quote, out);
        serializer.serialize(quote, out);

        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        OptionQuote first = (OptionQuote) serializer.deserialize(in);
        OptionQuote second = (OptionQuote) serializer.deserialize(in);
        assertThat(second.contract()).isSameAs(first.contract());
    }

    @Provide
    Arbitrary<List<MarketEvent>> events() {
        return EventArbitraries.events().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<OptionQuote> optionQuotes() {
        return EventArbitraries.optionQuotes();
    }
}
