package io.huihui.cli.canary;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.TopicPartitions;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.StackException;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads what two versions write from the moment on in which it was made. */
final class CanaryReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Lane<?>> lanes = new HashMap<>();

    CanaryReader(String servers, CanaryJudge judge) {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        read(Topics.VERDICTS, judge::verdict);
        read(Topics.DIRECTIVES, judge::directive);
        read(Topics.DEAD_LETTERS, judge::deadLetter);
        List<TopicPartition> partitions = TopicPartitions.assignAll(consumer, lanes.keySet());
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Takes a record of one version. */
    @FunctionalInterface
    private interface Taking<T> {
        void take(Version version, T value, long writtenMillis);
    }

    private record Lane<T>(RecordCodec<T> codec, Version version, Taking<T> taking) {
        void take(ConsumerRecord<byte[], byte[]> record) throws UndecodableException {
            taking.take(version, codec.decode(record.value()), record.timestamp());
        }
    }

    private <T> void read(Topic<T> topic, Taking<T> taking) {
        lanes.put(topic.name(), new Lane<>(topic.newCodec(), Version.RUNNING, taking));
        lanes.put(topic.canaryName(), new Lane<>(topic.newCodec(), Version.CANARY, taking));
    }

    /** Hands on what has come, waiting a moment when there is nothing. */
    void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            try {
                lanes.get(record.topic()).take(record);
            } catch (UndecodableException e) {
                throw new StackException(
                        "need records of this release in "
                                + record.topic()
                                + ", was one that it cannot read ("
                                + e.getMessage()
                                + "): compare with the newer of the two releases' ./huihui",
                        e);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
