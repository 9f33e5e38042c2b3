package io.huihui.benchmarks.pipeline;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSourceConfig;
import io.huihui.connectors.kafka.KafkaSources;
import io.huihui.connectors.kafka.StartFrom;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.MainJob;
import io.huihui.jobs.Stores;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.metric.MetricConfig;
import io.huihui.operators.features.Features;
import io.huihui.operators.features.FeaturesConfig;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

import java.util.List;

/** The graphs that are compared; all read the same topics from beginning to end. */
final class PipelineJobs {

    /**
     * A partition waits its turn while others are read at full speed; if it counted as idle
     * meanwhile, its records would come out late.
     */
    private static final long NEVER_IDLE_MILLIS = 600_000;

    private static final int RETENTION_DAYS = 45;

    private PipelineJobs() {}

    /** Kafka, keyBy, discard: what reading, shuffling and checkpoints cost alone. */
    static void identity(StreamExecutionEnvironment environment, String bootstrapServers) {
        KafkaSource<Tuple2<String, byte[]>> source =
                KafkaSource.<Tuple2<String, byte[]>>builder()
                        .setBootstrapServers(bootstrapServers)
                        .setGroupId("identity")
                        .setTopics(Topics.MARKET.stream().map(Topic::name).toList())
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setBounded(OffsetsInitializer.latest())
                        .setDeserializer(new RawRecords())
                        .setProperty("isolation.level", "read_committed")
                        .build();
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "identity")
                .uid("identity")
                .keyBy(record -> record.f0, Types.STRING)
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
    }

    /** Ours: Kafka, decode, features, discard. */
    static void ours(StreamExecutionEnvironment environment, String bootstrapServers) {
        features(market(environment, bootstrapServers))
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
    }

    /** The main job as it runs live: experts, gate, directives, all its Kafka sinks, stores. */
    static void whole(
            StreamExecutionEnvironment environment, String bootstrapServers, Stores stores) {
        JobConfig usual = JobConfig.defaults();
        MainJob.defineLive(
                environment,
                usual.at(usual.job(), KafkaConfig.at(bootstrapServers).with(toTheEnd())),
                stores);
    }

    /** The plain reference: the same source, every feature anew for every record, discard. */
    static void plain(StreamExecutionEnvironment environment, String bootstrapServers) {
        plainFeatures(market(environment, bootstrapServers))
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
    }

    /** Both, compared snapshot by snapshot. */
    static void comparison(StreamExecutionEnvironment environment, String bootstrapServers) {
        DataStream<MarketEvent> market = market(environment, bootstrapServers);
        features(market)
                .connect(plainFeatures(market))
                .keyBy(
                        snapshot -> snapshot.id().symbol(),
                        snapshot -> snapshot.id().symbol(),
                        Types.STRING)
                .process(new CompareSnapshots(), TypeInformation.of(FeatureSnapshot.class))
                .uid("compare")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
    }

    private static DataStream<MarketEvent> market(
            StreamExecutionEnvironment environment, String bootstrapServers) {
        return KafkaSources.attachMarket(
                        environment, KafkaConfig.at(bootstrapServers).with(toTheEnd()))
                .records();
    }

    private static KafkaSourceConfig toTheEnd() {
        KafkaSourceConfig usual = KafkaSourceConfig.defaults();
        return new KafkaSourceConfig(
                "ours",
                StartFrom.EARLIEST,
                true,
                usual.outOfOrdernessMillis(),
                NEVER_IDLE_MILLIS,
                usual.futureAllowanceMillis(),
                List.of());
    }

    /**
     * As the main job, but without the five quiet minutes that would follow the end of the data.
     */
    private static DataStream<FeatureSnapshot> features(DataStream<MarketEvent> market) {
        return Features.attach(
                market, new FeaturesConfig(MetricConfig.defaults(), 0, RETENTION_DAYS));
    }

    private static DataStream<FeatureSnapshot> plainFeatures(DataStream<MarketEvent> market) {
        return market.keyBy(MarketEvent::symbol, Types.STRING)
                .process(new PlainFeaturesFunction(), TypeInformation.of(FeatureSnapshot.class))
                .uid("plain-features");
    }
}
