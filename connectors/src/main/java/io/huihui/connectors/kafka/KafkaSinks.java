package io.huihui.connectors.kafka;

import io.huihui.connectors.topic.Topic;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Attaches sinks of topics. */
public final class KafkaSinks {

    /** Header with the record's deterministic id, UTF-8. */
    public static final String ID_HEADER = "id";

    /** Before the short name of the topic. */
    public static final String UID_PREFIX = "kafka-sink-";

    /**
     * Longest message: a dead letter carries the whole of a message that may itself be as long as a
     * broker takes by default, in base64.
     */
    static final int LONGEST_MESSAGE_BYTES = 4 << 20;

    /** The snapshots of one second of fifty symbols. */
    private static final int BATCH_BYTES = 128 << 10;

    private KafkaSinks() {}

    /** Attaches a sink that writes the stream to its topic. */
    public static <T> void attach(DataStream<T> stream, Topic<T> topic, KafkaConfig config) {
        String uid = UID_PREFIX + topic.shortName();
        stream.sinkTo(sink(topic, config)).uid(uid).name(uid);
    }

    private static <T> KafkaSink<T> sink(Topic<T> topic, KafkaConfig config) {
        KafkaSinkConfig how = config.sink();
        KafkaSinkBuilder<T> builder =
                KafkaSink.<T>builder()
                        .setBootstrapServers(config.bootstrapServers())
                        .setRecordSerializer(new EncodingSchema<>(topic))
                        .setProperty(
                                ProducerConfig.LINGER_MS_CONFIG,
                                Long.toString(how.lingerMillis(topic)))
                        .setProperty(
                                ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH_BYTES))
                        .setProperty(
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Integer.toString(LONGEST_MESSAGE_BYTES));
        switch (how.delivery()) {
            case AT_LEAST_ONCE -> builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
            case EXACTLY_ONCE ->
                    builder.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                            .setTransactionalIdPrefix(
                                    how.transactionalIdPrefix() + "-" + topic.shortName())
                            .setProperty(
                                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                    Long.toString(how.transactionTimeoutMillis()));
        }
        return builder.build();
    }
}
