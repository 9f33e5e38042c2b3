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
        attach(stream, topic, topic.shortName(), config, false);
    }

    /**
     * Attaches a second sink of a topic that has one already: each is part of the task that makes
     * its records, where a sink of both would have to be sent them.
     */
    public static <T> void attachBeside(DataStream<T> stream, Topic<T> topic, KafkaConfig config) {
        attach(stream, topic, topic.shortName() + "-beside", config, false);
    }

    /**
     * Attaches the sink of a version on trial: it writes beside the topic, and takes over no state
     * of the topic's own sink, which may hold open transactions.
     */
    public static <T> void attachCanary(DataStream<T> stream, Topic<T> topic, KafkaConfig config) {
        KafkaConfig atOnce = config.with(config.sink().with(Delivery.AT_LEAST_ONCE));
        attach(stream, topic, topic.shortName() + "-canary", atOnce, true);
    }

    private static <T> void attach(
            DataStream<T> stream,
            Topic<T> topic,
            String writer,
            KafkaConfig config,
            boolean canary) {
        String uid = UID_PREFIX + writer;
        KafkaSink<T> sink = sink(topic, new EncodingSchema<>(topic, canary), writer, config);
        // As many as make the records, or it could not be part of their task.
        stream.sinkTo(sink).uid(uid).name(uid).setParallelism(stream.getParallelism());
    }

    /**
     * @param writer name of the sink; no two may write transactions of the same name
     */
    private static <T> KafkaSink<T> sink(
            Topic<T> topic, EncodingSchema<T> schema, String writer, KafkaConfig config) {
        KafkaSinkConfig how = config.sink();
        KafkaSinkBuilder<T> builder =
                KafkaSink.<T>builder()
                        .setBootstrapServers(config.bootstrapServers())
                        .setRecordSerializer(schema)
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
                            .setTransactionalIdPrefix(how.transactionalIdPrefix() + "-" + writer)
                            .setProperty(
                                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                    Long.toString(how.transactionTimeoutMillis()));
        }
        return builder.build();
    }
}
