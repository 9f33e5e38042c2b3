package io.huihui.connectors.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import java.util.Collection;
import java.util.List;

/** The partitions of topics, for consumers that read all of them. */
public final class TopicPartitions {

    private TopicPartitions() {}

    /** Assigns every partition of the topics to the consumer and returns them. */
    public static List<TopicPartition> assignAll(
            Consumer<?, ?> consumer, Collection<String> topics) {
        List<TopicPartition> all =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(all);
        return all;
    }
}
