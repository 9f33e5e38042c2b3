package io.huihui.benchmarks.pipeline;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.TopicPartitions;
import io.huihui.connectors.topic.Topic;

import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** Reads a topic as it is written and notes how late each record is against its second. */
final class ArrivalTimes<T> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Nothing more comes after this; a job further behind has failed its goal anyway. */
    private static final long PATIENCE_MICROS = 20_000_000;

    private static final long LARGEST_MICROS = 600_000_000;
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LARGEST_MICROS, DIGITS);
    private final Map<String, Long> arrivals = new HashMap<>();
    private final Function<T, String> key;
    private final Topic<T> topic;
    private final String servers;
    private final Schedule schedule;
    private final long fromMillis;
    private final long toMillis;
    private final Thread thread;
    private volatile boolean stopped;

    private ArrivalTimes(
            String servers,
            Topic<T> topic,
            Function<T, String> key,
            Schedule schedule,
            long fromMillis,
            long toMillis) {
        this.key = key;
        this.servers = servers;
        this.topic = topic;
        this.schedule = schedule;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.thread = new Thread(this::read, "arrivals of " + topic.name());
    }

    /**
     * Starts reading; records on seconds that end in {@code (from, to]} count.
     *
     * @param key what the record is about; null = it does not count
     */
    static <T> ArrivalTimes<T> start(
            String servers,
            Topic<T> topic,
            Function<T, String> key,
            Schedule schedule,
            long fromMillis,
            long toMillis) {
        ArrivalTimes<T> times =
                new ArrivalTimes<>(servers, topic, key, schedule, fromMillis, toMillis);
        times.thread.setDaemon(true);
        times.thread.start();
        return times;
    }

    private void read() {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        RecordCodec<T> codec = topic.newCodec();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartitions.assignAll(consumer, List.of(topic.name()));
            while (!stopped && schedule.microsSince(toMillis) < PATIENCE_MICROS) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    note(codec, message.value());
                }
            }
        }
    }

    private void note(RecordCodec<T> codec, byte[] bytes) {
        try {
            T record = codec.decode(bytes);
            long second = topic.orderOf(record).eventTimeMillis();
            String about = key.apply(record);
            if (about != null && second > fromMillis && second <= toMillis) {
                long micros = Math.min(LARGEST_MICROS, schedule.microsSince(second));
                histogram.recordValue(micros);
                arrivals.put(about, micros);
            }
        } catch (UndecodableException e) {
            throw new IllegalStateException("need records of our own, was: " + e.getMessage(), e);
        }
    }

    /** Waits until nothing more can come. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Returns the latencies in microseconds; complete after {@link #await}. */
    Histogram histogram() {
        return histogram;
    }

    /**
     * Returns how many microseconds after another record about the same each one came; complete
     * when both are.
     */
    Histogram after(ArrivalTimes<?> other) {
        Histogram after = new Histogram(LARGEST_MICROS, DIGITS);
        arrivals.forEach(
                (about, micros) -> {
                    Long before = other.arrivals.get(about);
                    if (before != null) {
                        after.recordValue(Math.max(0, micros - before));
                    }
                });
        return after;
    }

    @Override
    public void close() {
        stopped = true;
    }
}
