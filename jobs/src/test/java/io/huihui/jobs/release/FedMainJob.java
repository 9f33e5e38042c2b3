package io.huihui.jobs.release;

import io.huihui.connectors.topic.Topic;
import io.huihui.jobs.Environments;
import io.huihui.jobs.Inputs;
import io.huihui.jobs.MainJob;
import io.huihui.jobs.Outputs;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.serialization.MarketEventTypeInfo;
import io.huihui.operators.expert.ExpertSet;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The graph of the main job in this process, fed by hand: it goes on until it is stopped with a
 * savepoint. One at a time, since tasks are reached through static fields.
 */
final class FedMainJob implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final Queue<MarketEvent> WAITING = new ConcurrentLinkedQueue<>();
    private static final Map<String, Queue<Object>> COLLECTED = new ConcurrentHashMap<>();

    private final JobClient client;

    private FedMainJob(JobClient client) {
        this.client = client;
    }

    /**
     * Starts the job with the experts of every release so far.
     *
     * @param savepoint where its state comes from, all of it; null to start without
     */
    static FedMainJob start(Path savepoint) throws Exception {
        return start(savepoint, ExpertSet.BASELINE);
    }

    /** The same with the experts of choice. */
    static FedMainJob start(Path savepoint, ExpertSet experts) throws Exception {
        WAITING.clear();
        COLLECTED.clear();
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        }
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        JobConfig config =
                ConfigFile.read(
                        JobConfig.defaults().forReplay(), null, List.of("experts=" + experts));
        MainJob.define(inputs(environment), new CollectingOutputs(), config);
        return new FedMainJob(environment.executeAsync("fed main job"));
    }

    void feed(List<MarketEvent> events) {
        WAITING.addAll(events);
    }

    /** Waits until so many records have come; other topics may be ahead of it. */
    void awaitCount(Topic<?> topic, int count) throws Exception {
        awaitUntil(topic, () -> written(topic).size() >= count);
    }

    /** Returns what has been written to the topic since the start, in order. */
    <T> List<T> written(Topic<T> topic) {
        return COLLECTED.getOrDefault(topic.name(), new ConcurrentLinkedQueue<>()).stream()
                .map(topic.recordClass()::cast)
                .toList();
    }

    /** Waits for a record. */
    <T> void await(Topic<T> topic, Predicate<T> which) throws Exception {
        awaitUntil(topic, () -> written(topic).stream().anyMatch(which));
    }

    private void awaitUntil(Topic<?> topic, BooleanSupplier there) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!there.getAsBoolean()) {
            JobStatus status = client.getJobStatus().get();
            if (status.isGloballyTerminalState()) {
                // Throws what the job failed with.
                client.getJobExecutionResult().get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("too little came into " + topic.name());
            }
            Thread.sleep(20);
        }
    }

    /** Stops the job and returns where its savepoint lies. */
    String stopWithSavepoint(Path folder) throws Exception {
        return client.stopWithSavepoint(
                        false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    @Override
    public void close() throws Exception {
        if (!client.getJobStatus().get().isGloballyTerminalState()) {
            client.cancel().get();
        }
    }

    private static Inputs inputs(StreamExecutionEnvironment environment) {
        DataStream<MarketEvent> market =
                environment
                        .fromSource(
                                new NumberSequenceSource(0, Long.MAX_VALUE - 1),
                                WatermarkStrategy.noWatermarks(),
                                "ticks")
                        .uid("fed-ticks")
                        .<MarketEvent>flatMap(
                                (tick, out) -> {
                                    MarketEvent event = WAITING.poll();
                                    if (event == null) {
                                        Thread.sleep(1);
                                    } else {
                                        out.collect(event);
                                    }
                                },
                                MarketEventTypeInfo.INSTANCE)
                        .uid("fed-market")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<MarketEvent>forGenerator(
                                                context -> new InOrder())
                                        .withTimestampAssigner(
                                                (event, taken) -> event.eventTimeMillis()))
                        .uid("fed-watermarks");
        DataStream<NewsItem> news =
                market.<NewsItem>flatMap(
                                (event, out) -> {
                                    NewsItem item = ReleaseMarket.newsWith(event);
                                    if (item != null) {
                                        out.collect(item);
                                    }
                                },
                                TypeInformation.of(NewsItem.class))
                        .uid("fed-news");
        return new Inputs(
                market,
                news,
                null,
                none(market, Transcript.class, "fed-transcripts"),
                none(market, MacroRelease.class, "fed-macro"),
                none(market, RuleSet.class, "fed-regime-rules"),
                none(market, NetworkOffer.class, "fed-gate-networks"),
                null,
                none(market, DeadLetter.class, "fed-dead-letters"));
    }

    private static <T> DataStream<T> none(
            DataStream<MarketEvent> market, Class<T> type, String uid) {
        return market.<T>flatMap((event, out) -> {}, TypeInformation.of(type)).uid(uid);
    }

    /** The events come in order, so each ends what was before it. */
    private static final class InOrder implements WatermarkGenerator<MarketEvent> {
        @Override
        public void onEvent(MarketEvent event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static final class CollectingOutputs implements Outputs {
        @Override
        public <T> void write(Topic<T> topic, DataStream<T> records) {
            String name = topic.name();
            records.map(
                            record -> {
                                COLLECTED
                                        .computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>())
                                        .add(record);
                                return record;
                            },
                            records.getType())
                    .uid("collect-" + topic.shortName())
                    .sinkTo(new DiscardingSink<>())
                    .uid("discard-" + topic.shortName());
        }
    }
}
