package io.huihui.cli;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.Label;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

/** Sends records to their topics, in the order in which they come, at a steady rate. */
final class KafkaFeed implements MarketSink, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Topic<?>, RecordCodec<?>> codecs = new HashMap<>();
    private final Pace pace;
    private final AtomicReference<Exception> refusal = new AtomicReference<>();

    KafkaFeed(String brokers, Pace pace) {
        this.pace = pace;
        Properties config = new Properties();
        config.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        // Small batches would cost the broker more than they save in latency.
        config.setProperty(ProducerConfig.LINGER_MS_CONFIG, "2");
        config.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        sendAs(Topics.of(event), event);
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        send(Topics.NEWS, item);
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        send(Topics.MEDIA, item);
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        send(Topics.MACRO, release);
    }

    @Override
    public void label(Label label, long arrivalMillis) {
        send(Topics.LABELS, label);
    }

    /**
     * Sends one record, waiting until the pace allows it.
     *
     * @throws UserError when the broker refused an earlier one
     */
    <T> void send(Topic<T> topic, T value) {
        byte[] key = topic.keyOf(value).getBytes(StandardCharsets.UTF_8);
        dispatch(topic, key, codec(topic).encode(value));
    }

    /** As {@link #send}, for a value that is known to belong into the topic. */
    <T, R extends T> void sendAs(Topic<R> topic, T value) {
        send(topic, topic.recordClass().cast(value));
    }

    /** Sends bytes as they are: what a tape holds and nobody can decode, the job is to see too. */
    void sendRaw(Topic<?> topic, byte[] bytes) {
        dispatch(topic, null, bytes);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void dispatch(Topic<?> topic, byte[] key, byte[] value) {
        Exception refused = refusal.get();
        if (refused != null) {
            throw new UserError("Kafka refused a record: " + refused.getMessage(), refused);
        }
        pace.next();
        // The callback keeps the failure; the future would only say the same.
        var unused =
                producer.send(
                        new ProducerRecord<>(topic.name(), key, value),
                        (metadata, failure) -> refusal.compareAndSet(null, failure));
    }

    /** A topic and its codec are put in together, so the cast back holds. */
    @SuppressWarnings("unchecked")
    private <T> RecordCodec<T> codec(Topic<T> topic) {
        return (RecordCodec<T>) codecs.computeIfAbsent(topic, Topic::newCodec);
    }
}
