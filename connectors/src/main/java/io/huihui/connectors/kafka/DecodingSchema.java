package io.huihui.connectors.kafka;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.DecodedTypeInfo;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decodes the messages of several topics. It never throws for a bad message: that becomes a dead
 * letter with topic, partition, offset and raw bytes, and the next message is read.
 */
final class DecodingSchema<T> implements KafkaRecordDeserializationSchema<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> topicNames;
    private final TypeInformation<T> type;
    private final long futureAllowanceMillis;
    private final ArrayList<String> symbols;

    private transient Map<String, Lane<? extends T>> lanes;
    private transient Set<String> allowed;
    private transient Lane<? extends T> last;

    DecodingSchema(List<String> topicNames, TypeInformation<T> type, KafkaSourceConfig config) {
        this.topicNames = new ArrayList<>(topicNames);
        this.type = type;
        this.futureAllowanceMillis = config.futureAllowanceMillis();
        this.symbols = new ArrayList<>(config.symbols());
    }

    private record Lane<R>(String name, Topic<R> topic, RecordCodec<R> codec) {
        static <R> Lane<R> of(Topic<R> topic) {
            return new Lane<>(topic.name(), topic, topic.newCodec());
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The names were taken from topics of T.
    public void open(DeserializationSchema.InitializationContext context) {
        lanes = new HashMap<>();
        for (String name : topicNames) {
            lanes.put(name, Lane.of((Topic<? extends T>) Topics.named(name)));
        }
        allowed = new HashSet<>(symbols);
        last = lanes.get(topicNames.get(0));
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Decoded<T>> out) {
        out.collect(decode(message, laneOf(message.topic())));
    }

    /**
     * Messages come in batches of one partition, so the last lane is nearly always the right one.
     */
    private Lane<? extends T> laneOf(String topic) {
        if (!last.name.equals(topic)) {
            last = lanes.get(topic);
        }
        return last;
    }

    private <R extends T> Decoded<T> decode(ConsumerRecord<byte[], byte[]> message, Lane<R> lane) {
        byte[] bytes = message.value();
        if (bytes == null) {
            return dead(message, "need a record, was a message without a value");
        }
        try {
            R value = lane.codec.decode(bytes);
            long eventTimeMillis = lane.topic.eventTimeMillisOf(value);
            check(value, eventTimeMillis, message.timestamp());
            return Decoded.of(value, eventTimeMillis);
        } catch (UndecodableException refused) {
            return dead(message, refused.getMessage());
        }
    }

    /**
     * Refuses what would decode but must not get in. An event from the future would move the
     * watermark there and make everything after it late. The yardstick is the time at which Kafka
     * took the message: it is stored with the message, so a replay decides alike, and unlike the
     * newest event time it goes on over a night.
     */
    private void check(T value, long eventTimeMillis, long takenMillis)
            throws UndecodableException {
        if (futureAllowanceMillis > 0
                && takenMillis > 0
                && eventTimeMillis > takenMillis + futureAllowanceMillis) {
            throw new UndecodableException(
                    "need an event time at most "
                            + futureAllowanceMillis
                            + " ms after Kafka took the message, was "
                            + (eventTimeMillis - takenMillis)
                            + " ms after it; check the sender's clock and unit of time");
        }
        if (!allowed.isEmpty()
                && value instanceof MarketEvent event
                && !allowed.contains(event.symbol())) {
            throw new UndecodableException(
                    "need one of the "
                            + allowed.size()
                            + " configured symbols, was "
                            + event.symbol()
                            + "; add it to source.symbols or stop sending it");
        }
    }

    private Decoded<T> dead(ConsumerRecord<byte[], byte[]> message, String reason) {
        byte[] bytes = message.value() == null ? new byte[0] : message.value();
        return Decoded.dead(
                new DeadLetter(
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        reason,
                        Base64.getEncoder().encodeToString(bytes)));
    }

    @Override
    public TypeInformation<Decoded<T>> getProducedType() {
        return new DecodedTypeInfo<>(type);
    }
}
