package io.huihui.connectors.kafka;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;

/** Sends records to their topics from outside of Flink: simulated markets, tapes, labels. */
public final class KafkaFeeder implements AutoCloseable {

    /** Enough for a request of many small ticks. */
    private static final int BATCH_BYTES = 1 << 18;

    private static final int LINGER_MILLIS = 2;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, RecordCodec<?>> codecs = new LinkedHashMap<>();

    /** Set by the producer's thread, read by ours. */
    private volatile Exception firstFailure;

    /** Returns a feeder to the Kafka at this address; one thread may use it. */
    public KafkaFeeder(String bootstrapServers) {
        Properties properties = new Properties();
        properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, Integer.toString(LINGER_MILLIS));
        properties.setProperty(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH_BYTES));
        properties.setProperty(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.toString(KafkaSinks.LONGEST_MESSAGE_BYTES));
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one market event to the topic of its kind. */
    public void send(MarketEvent event) {
        send(event, Topics.of(event));
    }

    private <T extends MarketEvent> void send(MarketEvent event, Topic<T> topic) {
        send(topic, topic.recordClass().cast(event));
    }

    /** Sends one record; it may still be on its way when this returns. */
    @SuppressWarnings("unchecked") // A codec is only ever put under its own topic's name.
    public <T> void send(Topic<T> topic, T value) {
        RecordCodec<T> codec =
                (RecordCodec<T>) codecs.computeIfAbsent(topic.name(), name -> topic.newCodec());
        refuseAfterFailure();
        @SuppressWarnings("UnusedVariable") // The callback sees a failure before the future does.
        Future<RecordMetadata> sent =
                producer.send(
                        EncodingSchema.message(topic.name(), topic, codec, value), this::sent);
    }

    private void sent(RecordMetadata where, Exception failure) {
        if (failure != null && firstFailure == null) {
            firstFailure = failure;
        }
    }

    private void refuseAfterFailure() {
        if (firstFailure != null) {
            throw new KafkaUnavailableException(
                    "need Kafka to take every record, was refused one: "
                            + firstFailure.getMessage(),
                    firstFailure);
        }
    }

    /**
     * Waits until everything sent has been taken.
     *
     * @throws KafkaUnavailableException when a record was not
     */
    public void flush() {
        producer.flush();
        refuseAfterFailure();
    }

    @Override
    public void close() {
        producer.close();
    }
}
