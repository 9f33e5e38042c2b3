package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSinks;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.apache.flink.streaming.api.datastream.DataStream;

import java.util.List;

/** What a version on trial writes: only what it is judged by, and beside the topics. */
public final class CanaryOutputs implements Outputs {

    /** By these it is compared with the version that works. */
    public static final List<Topic<?>> COMPARED =
            List.of(Topics.VERDICTS, Topics.DIRECTIVES, Topics.DEAD_LETTERS);

    private final KafkaConfig kafka;

    CanaryOutputs(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> records) {
        if (COMPARED.contains(topic)) {
            KafkaSinks.attachCanary(records, topic, kafka);
        }
    }
}
