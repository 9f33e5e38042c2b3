package io.huihui.cli.chaos;

import io.huihui.connectors.topic.Topic;
import io.huihui.stack.KafkaServer;

import java.util.HashMap;
import java.util.Map;

/** What the topics hold at the end of a drill, each read once. */
final class TopicReadings {

    private final KafkaServer kafka;
    private final Map<String, TopicReading> byTopic = new HashMap<>();

    TopicReadings(KafkaServer kafka) {
        this.kafka = kafka;
    }

    TopicReading of(Topic<?> topic) {
        return byTopic.computeIfAbsent(topic.name(), name -> TopicReading.of(kafka, topic));
    }
}
