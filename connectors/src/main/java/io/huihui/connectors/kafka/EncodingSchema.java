package io.huihui.connectors.kafka;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Encodes the records of one topic: key, value, and the record's id as a header. The message's own
 * time is left to Kafka: brokers drop messages by it, and a replayed 2013 would be gone at once.
 */
final class EncodingSchema<T> implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1L;

    private final String topicName;
    private final boolean canary;
    private transient Topic<T> topic;
    private transient RecordCodec<T> codec;

    /**
     * @param canary whether the messages go to what is beside the topic, for a version on trial
     */
    EncodingSchema(Topic<T> topic, boolean canary) {
        this.topicName = topic.name();
        this.canary = canary;
    }

    @Override
    @SuppressWarnings("unchecked") // The name was taken from a topic of T.
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        topic = (Topic<T>) Topics.named(topicName);
        codec = topic.newCodec();
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T value, KafkaSinkContext context, Long timestamp) {
        return message(canary ? topic.canaryName() : topic.name(), topic, codec, value);
    }

    static <T> ProducerRecord<byte[], byte[]> message(
            String name, Topic<T> topic, RecordCodec<T> codec, T value) {
        List<Header> headers =
                List.of(
                        new RecordHeader(
                                KafkaSinks.ID_HEADER,
                                topic.idOf(value).getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                name,
                null,
                topic.keyOf(value).getBytes(StandardCharsets.UTF_8),
                codec.encode(value),
                headers);
    }
}
