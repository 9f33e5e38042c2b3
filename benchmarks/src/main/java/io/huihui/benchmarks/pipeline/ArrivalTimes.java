package io.huihui.benchmarks.pipeline;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.topic.Topic;

import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Reads a topic as it is written and notes how late each record is against its second. */
final class ArrivalTimes<T> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Nothing more comes after this; a job further behind has failed its goal anyway. */
    private static final long PATIENCE_MICROS = 20_000_000;

    private static final long LARGEST_MICROS = 600_000_000;
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LARGEST_MICROS, DIGITS);
    private final Topic<T> topic;
    private final String servers;
    private final Schedule schedule;
    private final long fromMillis;
    private final long toMillis;
    private final Thread thread;
    private volatile boolean stopped;

    private ArrivalTimes(
            String servers, Topic<T> topic, Schedule schedule, long fromMillis, long toMillis) {
        this.servers = servers;
        this.topic = topic;
        this.schedule = schedule;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.thread = new Thread(this::read, "arrivals of " + topic.name());
    }

    /** Starts reading; records on seconds that end in {@code (from, to]} count. */
    static <T> ArrivalTimes<T> start(
            String servers, Topic<T> topic, Schedule schedule, long fromMillis, long toMillis) {
        ArrivalTimes<T> times = new ArrivalTimes<>(servers, topic, schedule, fromMillis, toMillis);
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
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            while (!stopped && schedule.microsSince(toMillis) < PATIENCE_MICROS) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    note(codec, message.value());
                }
            }
        }
    }

    private void note(RecordCodec<T> codec, byte[] bytes) {
        try {
            long second = topic.orderOf(codec.decode(bytes)).eventTimeMillis();
            if (second > fromMillis && second <= toMillis) {
                histogram.recordValue(Math.min(LARGEST_MICROS, schedule.microsSince(second)));
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

    @Override
    public void close() {
        stopped = true;
    }
}
