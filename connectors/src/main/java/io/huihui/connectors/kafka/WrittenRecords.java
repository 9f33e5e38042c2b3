package io.huihui.connectors.kafka;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What stands in a topic, read by a plain client: nothing of the project takes part. */
public final class WrittenRecords {

    private WrittenRecords() {}

    /** Returns every committed record, from the beginning to what is the end now. */
    public static List<ConsumerRecord<byte[], byte[]>> of(String servers, String topic) {
        return last(servers, topic, Long.MAX_VALUE);
    }

    /**
     * Returns what was ever written, in whatever transaction: committed, still open, or taken back
     * because the attempt of the job died that began it.
     */
    public static List<ConsumerRecord<byte[], byte[]>> everWritten(String servers, String topic) {
        return read(servers, topic, Long.MAX_VALUE, "read_uncommitted");
    }

    /** Returns the last committed records of each partition, at most so many. */
    public static List<ConsumerRecord<byte[], byte[]>> last(
            String servers, String topic, long most) {
        return read(servers, topic, most, "read_committed");
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            String servers, String topic, long most, String isolation) {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TopicPartitions.assignAll(consumer, List.of(topic));
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((p, end) -> consumer.seek(p, Math.max(begins.get(p), end - most)));
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** Returns the id that stands in the record's header. */
    public static String id(ConsumerRecord<byte[], byte[]> record) {
        return new String(
                record.headers().lastHeader(KafkaSinks.ID_HEADER).value(), StandardCharsets.UTF_8);
    }
}
