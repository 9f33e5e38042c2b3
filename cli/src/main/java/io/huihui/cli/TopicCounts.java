package io.huihui.cli;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** How many records have gone through each topic of a broker. */
final class TopicCounts implements AutoCloseable {

    private final Admin admin;

    TopicCounts(String brokers) {
        Properties config = new Properties();
        config.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        admin = Admin.create(config);
    }

    /** Records so far, by topic, and how many of the inputs the job has not read yet. */
    record Counts(Map<String, Long> ends, long read, long sent) {

        long of(Topic<?> topic) {
            return ends.getOrDefault(topic.name(), 0L);
        }

        /** Up to a checkpoint interval of records is in here, since offsets are committed then. */
        long lag() {
            return Math.max(0, sent - read);
        }
    }

    /**
     * Returns how far the topics are.
     *
     * @param group consumer group in which the job commits what it has read
     */
    Counts count(String group) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        for (var description : call(admin.describeTopics(names()).allTopicNames()).values()) {
            for (var partition : description.partitions()) {
                question.put(
                        new TopicPartition(description.name(), partition.partition()),
                        OffsetSpec.latest());
            }
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = call(admin.listOffsets(question).all());
        Map<TopicPartition, OffsetAndMetadata> committed =
                call(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<String, Long> byTopic = new HashMap<>();
        ends.forEach((place, end) -> byTopic.merge(place.topic(), end.offset(), Long::sum));
        // Only topics that the job reads count as sent to it.
        Set<String> readTopics = new HashSet<>();
        committed.keySet().forEach(place -> readTopics.add(place.topic()));
        long sent = readTopics.stream().mapToLong(name -> byTopic.getOrDefault(name, 0L)).sum();
        long read =
                committed.values().stream()
                        .filter(offset -> offset != null)
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum();
        return new Counts(byTopic, read, readTopics.isEmpty() ? inputs(byTopic) : sent);
    }

    @Override
    public void close() {
        admin.close();
    }

    private static long inputs(Map<String, Long> byTopic) {
        return Topics.ALL.stream()
                .filter(topic -> topic.side() == TopicSide.IN)
                .mapToLong(topic -> byTopic.getOrDefault(topic.name(), 0L))
                .sum();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        Topics.ALL.forEach(topic -> names.add(topic.name()));
        return names;
    }

    private static <V> V call(KafkaFuture<V> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new UserError("Kafka refused: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while asking Kafka", e);
        }
    }
}
