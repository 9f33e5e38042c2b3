package io.huihui.cli.canary;

import io.huihui.connectors.topic.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The symbols on which verdicts were given lately. */
public final class SeenSymbols {

    /** Of each partition: some seconds of a thousand symbols. */
    private static final long RECORDS = 5_000;

    private static final Duration POLL = Duration.ofMillis(100);

    private SeenSymbols() {}

    /** Reads the last verdicts of a Kafka. */
    public static Set<String> of(String servers) {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Set<String> symbols = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.VERDICTS.name()).stream()
                            .map(one -> new TopicPartition(one.topic(), one.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            ends.forEach(
                    (partition, end) ->
                            consumer.seek(
                                    partition, Math.max(begins.get(partition), end - RECORDS)));
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    symbols.add(new String(record.key(), StandardCharsets.UTF_8));
                }
            }
        }
        return symbols;
    }

    /**
     * Returns this share of the symbols, at least one: which ones depends on their names alone, and
     * not on the alphabet.
     *
     * @param percent 1..100
     */
    public static List<String> share(Set<String> symbols, int percent) {
        int count = Math.max(1, Math.round(symbols.size() * percent / 100f));
        return symbols.stream()
                .sorted(
                        Comparator.comparingInt(SeenSymbols::mixed)
                                .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .toList();
    }

    /** Spreads hashes of like names (Knuth, The Art of Computer Programming, vol. 3, 6.4). */
    private static int mixed(String symbol) {
        return symbol.hashCode() * 0x9E3779B1;
    }
}
