package io.huihui.connectors.tape;

import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.DecodedTypeInfo;
import io.huihui.connectors.stream.RecordTypes;
import io.huihui.connectors.stream.SourceOutput;
import io.huihui.connectors.stream.SplitDeadLetters;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays topics of a tape as one bounded stream in the order of effect. A tape is one split and is
 * read by one task, whatever the parallelism of the job: two readers would race, and the order in
 * which a key's equal times arrive would change from run to run.
 */
public final class TapeSource<T>
        implements Source<Decoded<T>, TapeSplit, TapeSplit>, ResultTypeQueryable<Decoded<T>> {

    private static final long serialVersionUID = 1L;

    /** Of the source of market events; that of another topic is {@code tape-TOPIC}. */
    public static final String MARKET_UID = "tape-market";

    private static final String UID_PREFIX = "tape-";

    private final String folder;
    private final ArrayList<String> topicNames;
    private final TypeInformation<T> type;

    private TapeSource(Path folder, List<String> topicNames, TypeInformation<T> type) {
        this.folder = folder.toString();
        this.topicNames = new ArrayList<>(topicNames);
        this.type = type;
    }

    /** Attaches a source of all market events of a tape. */
    public static SourceOutput<MarketEvent> attachMarket(
            StreamExecutionEnvironment environment, Path folder) {
        List<String> names = Topics.MARKET.stream().map(Topic::name).toList();
        return attach(
                environment, new TapeSource<>(folder, names, RecordTypes.market()), MARKET_UID);
    }

    /** Attaches a source of one topic of a tape; it is empty when the tape has no such topic. */
    public static <T> SourceOutput<T> attach(
            StreamExecutionEnvironment environment, Path folder, Topic<T> topic) {
        return attach(
                environment,
                new TapeSource<>(folder, List.of(topic.name()), RecordTypes.of(topic)),
                UID_PREFIX + topic.shortName());
    }

    private static <T> SourceOutput<T> attach(
            StreamExecutionEnvironment environment, TapeSource<T> source, String uid) {
        DataStream<Decoded<T>> decoded =
                environment
                        .fromSource(
                                source,
                                WatermarkStrategy.<Decoded<T>>forGenerator(
                                                context -> new TapeWatermarks<>())
                                        .withTimestampAssigner((record, time) -> time),
                                uid)
                        .uid(uid)
                        .setParallelism(1);
        return SplitDeadLetters.attach(decoded, source.type, uid);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public TypeInformation<Decoded<T>> getProducedType() {
        return new DecodedTypeInfo<>(type);
    }

    @Override
    public SplitEnumerator<TapeSplit, TapeSplit> createEnumerator(
            SplitEnumeratorContext<TapeSplit> context) {
        return new TapeEnumerator(
                context, new TapeSplit(topicNames.stream().map(TapePosition::start).toList()));
    }

    @Override
    public SplitEnumerator<TapeSplit, TapeSplit> restoreEnumerator(
            SplitEnumeratorContext<TapeSplit> context, TapeSplit pending) {
        return new TapeEnumerator(context, pending.positions().isEmpty() ? null : pending);
    }

    @Override
    public SimpleVersionedSerializer<TapeSplit> getSplitSerializer() {
        return new TapeSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<TapeSplit> getEnumeratorCheckpointSerializer() {
        return new TapeSplitSerializer();
    }

    @Override
    public SourceReader<Decoded<T>, TapeSplit> createReader(SourceReaderContext context) {
        return new TapeSourceReader<>(Path.of(folder), topics());
    }

    /** The topics' records are all of type T: the names were taken from such topics. */
    @SuppressWarnings("unchecked")
    private List<Topic<? extends T>> topics() {
        List<Topic<? extends T>> topics = new ArrayList<>();
        for (String name : topicNames) {
            topics.add((Topic<? extends T>) Topics.named(name));
        }
        return topics;
    }
}
