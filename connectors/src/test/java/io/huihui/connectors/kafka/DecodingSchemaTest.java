package io.huihui.connectors.kafka;

import io.huihui.connectors.codec.SampleRecords;
import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.DecodedTypeInfo;
import io.huihui.connectors.stream.RecordTypes;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Quote;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DecodingSchemaTest {

    private static final Quote QUOTE = SampleRecords.of(Topics.QUOTES, 1);
    private static final byte[] BYTES = Topics.QUOTES.newCodec().encode(QUOTE);
    private static final long TAKEN = QUOTE.eventTimeMillis();

    private static Decoded<MarketEvent> decode(
            KafkaSourceConfig config, byte[] value, long takenMillis) {
        List<String> names = Topics.MARKET.stream().map(Topic::name).toList();
        DecodingSchema<MarketEvent> schema =
                new DecodingSchema<>(names, RecordTypes.market(), config);
        schema.open(null);
        List<Decoded<MarketEvent>> out = new ArrayList<>();
        schema.deserialize(
                new ConsumerRecord<>(
                        Topics.QUOTES.name(),
                        3,
                        42,
                        takenMillis,
                        TimestampType.CREATE_TIME,
                        0,
                        value == null ? 0 : value.length,
                        new byte[0],
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                new Collector<>() {
                    @Override
                    public void collect(Decoded<MarketEvent> decoded) {
                        out.add(decoded);
                    }

                    @Override
                    public void close() {}
                });
        assertThat(out).hasSize(1);
        return out.get(0);
    }

    private static KafkaSourceConfig of(long allowanceMillis, List<String> symbols) {
        return new KafkaSourceConfig(
                "test", StartFrom.EARLIEST, true, 0, 1_000, allowanceMillis, symbols);
    }

    @Test
    void aGoodMessageIsItsRecordWithItsTime() {
        Decoded<MarketEvent> decoded = decode(KafkaSourceConfig.defaults(), BYTES, TAKEN);

        assertThat(decoded.value()).isEqualTo(QUOTE);
        assertThat(decoded.eventTimeMillis()).isEqualTo(QUOTE.eventTimeMillis());
        assertThat(decoded.knownMillis()).isEqualTo(QUOTE.eventTimeMillis());
    }

    @Test
    void aBadMessageIsADeadLetterThatSaysWhereAndWhy() {
        Decoded<MarketEvent> decoded =
                decode(KafkaSourceConfig.defaults(), new byte[] {1, 2}, TAKEN);

        assertThat(decoded.value()).isNull();
        assertThat(decoded.deadLetter().topic()).isEqualTo("huihui.quotes");
        assertThat(decoded.deadLetter().partition()).isEqualTo(3);
        assertThat(decoded.deadLetter().offset()).isEqualTo(42);
        assertThat(decoded.deadLetter().payload()).isEqualTo("AQI=");
        assertThat(decoded.deadLetter().reason()).startsWith("need ");
    }

    @Test
    void aMessageWithoutAValueIsADeadLetter() {
        assertThat(decode(KafkaSourceConfig.defaults(), null, TAKEN).deadLetter().reason())
                .isEqualTo("need a record, was a message without a value");
    }

    @Test
    void anEventFromTheFutureIsADeadLetterUnlessTheCheckIsOff() {
        long hourBefore = TAKEN - 3_600_000L;

        assertThat(decode(of(600_000L, List.of()), BYTES, hourBefore).deadLetter().reason())
                .contains("was 3600000 ms after it");
        assertThat(decode(of(0, List.of()), BYTES, hourBefore).value()).isEqualTo(QUOTE);
    }

    @Test
    void anUnknownSymbolIsADeadLetterWhereSymbolsAreConfigured() {
        assertThat(decode(of(0, List.of("ZZZ")), BYTES, TAKEN).deadLetter().reason())
                .startsWith("need one of the 1 configured symbols, was " + QUOTE.symbol());
        assertThat(decode(of(0, List.of(QUOTE.symbol())), BYTES, TAKEN).value()).isEqualTo(QUOTE);
    }

    @Test
    void bothKindsOfContentSurviveSerialisation() throws Exception {
        TypeSerializer<Decoded<MarketEvent>> serializer =
                new DecodedTypeInfo<>(RecordTypes.market())
                        .createSerializer(new SerializerConfigImpl());
        for (byte[] value : List.of(BYTES, new byte[] {9})) {
            Decoded<MarketEvent> decoded = decode(KafkaSourceConfig.defaults(), value, TAKEN);
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(decoded, out);

            assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .isEqualTo(decoded);
        }
    }
}
