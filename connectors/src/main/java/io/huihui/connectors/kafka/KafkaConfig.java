package io.huihui.connectors.kafka;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * Where Kafka is and how it is used.
 *
 * @param bootstrapServers {@code host:port}, several parted by commas
 */
public record KafkaConfig(String bootstrapServers, KafkaSourceConfig source, KafkaSinkConfig sink)
        implements Serializable {

    public KafkaConfig {
        Require.text("bootstrapServers", bootstrapServers);
        Require.present("source", source);
        Require.present("sink", sink);
    }

    /** Returns the default way of using the Kafka at this address. */
    public static KafkaConfig at(String bootstrapServers) {
        return new KafkaConfig(
                bootstrapServers, KafkaSourceConfig.defaults(), KafkaSinkConfig.defaults());
    }

    public KafkaConfig with(KafkaSourceConfig changed) {
        return new KafkaConfig(bootstrapServers, changed, sink);
    }

    public KafkaConfig with(KafkaSinkConfig changed) {
        return new KafkaConfig(bootstrapServers, source, changed);
    }
}
