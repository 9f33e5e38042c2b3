package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.RecordTypes;
import io.huihui.connectors.stream.SourceOutput;
import io.huihui.connectors.stream.SplitDeadLetters;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

import java.util.List;

/** Attaches sources of topics; each gives its records and, to the side, its dead letters. */
public final class KafkaSources {

    /** Of the source of market events; that of another topic is {@code kafka-TOPIC}. */
    public static final String MARKET_UID = "kafka-market";

    /**
     * What the consumer takes of a partition before it comes to the next; Kafka's own megabyte lets
     * partitions run so far ahead of each other that events wait by the hundred thousand.
     */
    static final int FETCH_BYTES = 256 * 1024;

    private static final String UID_PREFIX = "kafka-";

    private KafkaSources() {}

    /**
     * Attaches one source of all market topics, with a watermark per partition. The timestamp of an
     * event says when it is known: its own time, or later when it is late in its partition.
     */
    public static SourceOutput<MarketEvent> attachMarket(
            StreamExecutionEnvironment environment, KafkaConfig config) {
        List<String> names = Topics.MARKET.stream().map(Topic::name).toList();
        TypeInformation<MarketEvent> type = RecordTypes.market();
        var source =
                new ProgressSource<>(
                        source(names, type, config), config.source().outOfOrdernessMillis());
        return attach(environment, source, type, MARKET_UID, config);
    }

    /** Attaches a source of one topic. */
    public static <T> SourceOutput<T> attach(
            StreamExecutionEnvironment environment, Topic<T> topic, KafkaConfig config) {
        String uid = UID_PREFIX + topic.shortName();
        TypeInformation<T> type = RecordTypes.of(topic);
        return attach(environment, source(List.of(topic.name()), type, config), type, uid, config);
    }

    private static <T> SourceOutput<T> attach(
            StreamExecutionEnvironment environment,
            Source<Decoded<T>, ?, ?> source,
            TypeInformation<T> type,
            String uid,
            KafkaConfig config) {
        DataStream<Decoded<T>> decoded =
                environment.fromSource(source, new MarketTime<>(config.source()), uid).uid(uid);
        return SplitDeadLetters.attach(decoded, type, uid);
    }

    static <T> KafkaSource<Decoded<T>> source(
            List<String> names, TypeInformation<T> type, KafkaConfig config) {
        KafkaSourceBuilder<Decoded<T>> builder =
                KafkaSource.<Decoded<T>>builder()
                        .setBootstrapServers(config.bootstrapServers())
                        .setGroupId(config.source().groupId())
                        .setTopics(names)
                        .setStartingOffsets(offsets(config.source().startFrom()))
                        .setDeserializer(new DecodingSchema<>(names, type, config.source()))
                        .setProperty("isolation.level", "read_committed")
                        .setProperty("max.partition.fetch.bytes", String.valueOf(FETCH_BYTES))
                        .setProperty("metric.reporters", FetchAnswers.class.getName())
                        .setProperty("allow.auto.create.topics", "false");
        if (config.source().bounded()) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        return builder.build();
    }

    @SuppressWarnings("deprecation") // The connector's own signature takes the old enum.
    private static OffsetsInitializer offsets(StartFrom startFrom) {
        return switch (startFrom) {
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        };
    }
}
