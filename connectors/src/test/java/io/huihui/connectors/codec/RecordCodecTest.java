package io.huihui.connectors.codec;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.Quote;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordCodecTest {

    private static final List<Topic<? extends MarketEvent>> HOT =
            List.of(
                    Topics.QUOTES,
                    Topics.TRADES,
                    Topics.DEPTH,
                    Topics.OPTION_QUOTES,
                    Topics.OPTION_TRADES);

    @Provide
    Arbitrary<Topic<?>> topics() {
        return Arbitraries.of(Topics.ALL);
    }

    @Provide
    Arbitrary<Topic<? extends MarketEvent>> hot() {
        return Arbitraries.of(HOT);
    }

    @Property(tries = 1500)
    void everyRecordComesBackAsItWas(@ForAll("topics") Topic<?> topic, @ForAll long seed)
            throws UndecodableException {
        roundTrip(topic, seed);
    }

    private static <T> void roundTrip(Topic<T> topic, long seed) throws UndecodableException {
        T record = SampleRecords.of(topic, seed);
        RecordCodec<T> codec = topic.newCodec();

        byte[] bytes = codec.encode(record);

        assertThat(codec.decode(bytes)).isEqualTo(record);
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 600)
    void handWrittenBytesAreThoseOfAvro(
            @ForAll("hot") Topic<? extends MarketEvent> topic, @ForAll long seed)
            throws IOException, UndecodableException {
        comparedWithAvro(topic, seed);
    }

    private static <T> void comparedWithAvro(Topic<T> topic, long seed)
            throws IOException, UndecodableException {
        T record = SampleRecords.of(topic, seed);
        RecordCodec<T> codec = topic.newCodec();
        byte[] ours = codec.encode(record);
        BinaryMessageDecoder<GenericData.Record> avroReader =
                new BinaryMessageDecoder<>(GenericData.get(), topic.schemas().latest());
        BinaryMessageEncoder<GenericData.Record> avroWriter =
                new BinaryMessageEncoder<>(GenericData.get(), topic.schemas().latest());

        GenericData.Record generic = avroReader.decode(ours);
        byte[] theirs = bytes(avroWriter.encode(generic));

        assertThat(theirs).isEqualTo(ours);
        assertThat(codec.decode(theirs)).isEqualTo(record);
        assertThat(generic.get("source")).hasToString(((MarketEvent) record).source());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Property(tries = 150)
    void everyPrefixIsRefusedWithASentence(@ForAll("topics") Topic<?> topic, @ForAll long seed) {
        prefixes(topic, seed);
    }

    private static <T> void prefixes(Topic<T> topic, long seed) {
        RecordCodec<T> codec = topic.newCodec();
        byte[] whole = codec.encode(SampleRecords.of(topic, seed));
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> codec.decode(cut))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageStartingWith("need ");
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> codec.decode(longer)).isInstanceOf(UndecodableException.class);
    }

    @Property(tries = 1000)
    void anyFlippedByteGivesARecordOrASentence(
            @ForAll("topics") Topic<?> topic, @ForAll long seed, @ForAll int place) {
        flipped(topic, seed, place);
    }

    private static <T> void flipped(Topic<T> topic, long seed, int place) {
        RecordCodec<T> codec = topic.newCodec();
        byte[] bytes = codec.encode(SampleRecords.of(topic, seed));
        bytes[Math.floorMod(place, bytes.length)] ^= (byte) (1 + Math.floorMod(seed, 255));
        try {
            assertThat(codec.decode(bytes)).isNotNull();
        } catch (UndecodableException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void aRecordInTheMiddleOfAnArrayIsRead() throws UndecodableException {
        RecordCodec<Quote> codec = Topics.QUOTES.newCodec();
        Quote quote = SampleRecords.of(Topics.QUOTES, 1);
        byte[] bytes = codec.encode(quote);
        byte[] padded = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, padded, 3, bytes.length);

        assertThat(codec.decode(padded, 3, bytes.length)).isEqualTo(quote);
    }

    @Test
    void namesAndContractsAreMadeOnce() throws UndecodableException {
        RecordCodec<OptionQuote> codec = Topics.OPTION_QUOTES.newCodec();
        byte[] bytes = codec.encode(SampleRecords.of(Topics.OPTION_QUOTES, 1));

        assertThat(codec.decode(bytes).contract()).isSameAs(codec.decode(bytes).contract());
        assertThat(codec.decode(bytes).source()).isSameAs(codec.decode(bytes).source());
    }

    @Test
    void aStrangersFingerprintIsNamed() {
        byte[] trade = Topics.TRADES.newCodec().encode(SampleRecords.of(Topics.TRADES, 1));

        assertThatThrownBy(() -> Topics.QUOTES.newCodec().decode(trade))
                .isInstanceOf(UndecodableException.class)
                .hasMessageStartingWith(
                        "need a schema of topic quotes that is known here, was fingerprint ");
    }
}
