package io.huihui.jobs;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.MemoryReach;
import io.huihui.models.memory.MemoryScope;
import io.huihui.network.ComputeDevice;
import io.huihui.network.TensorVectors;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.memory.MemoryRules;
import io.huihui.operators.memory.SimilarSituations;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Six hours of three symbols on a Flink cluster in this process. */
class AnaloguesTest {

    private static final long BEGIN = 1_760_000_040_000L;
    private static final int MINUTES = 360;
    private static final MemoryConfig EXACT = new MemoryConfig(MemoryConfig.Engine.EXACT, 500, 20);
    private static final List<String> SYMBOLS = List.of("AAPL", "QQQ", "SPY");

    /** All that have a device go by the same way. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PGVECTOR"})
    void oneTaskAndTwoFindTheSame(MemoryConfig.Engine engine) throws Exception {
        MemoryConfig config = new MemoryConfig(engine, 500, 20);

        List<Analogues> one = run(config, MemoryScope.ofSymbol(), 1);

        // From minute 160 on: 60 until the first is known, then 100 of them, less one.
        assertThat(one).hasSize(SYMBOLS.size() * (MINUTES - 159));
        assertThat(one.get(one.size() - 1).approximate())
                .isEqualTo(engine == MemoryConfig.Engine.GRAPH);
        assertThat(run(config, MemoryScope.ofSymbol(), 1)).isEqualTo(one);
        assertThat(run(config, MemoryScope.ofSymbol(), 2)).isEqualTo(one);
        if (engine.onDevice()) {
            assertThat(run(EXACT, MemoryScope.ofSymbol(), 1)).isEqualTo(one);
        }
    }

    /** However many tasks and shards: the nearest of all, in a memory that holds all. */
    @Test
    void theMarketsMemoryIsTheSameOnAnyNumberOfTasksAndOfShards() throws Exception {
        MemoryScope scope = new MemoryScope(MemoryScope.Kind.MARKET, 4, 200);

        List<Analogues> one = run(EXACT, scope, 1);

        // From 100 situations of three symbols on: minute 93, when 60 have passed and 34 are over.
        assertThat(one).hasSize(SYMBOLS.size() * (MINUTES - 93));
        assertThat(one.get(one.size() - 1).held()).isEqualTo(SYMBOLS.size() * (MINUTES - 60));
        assertThat(one)
                .allSatisfy(each -> assertThat(each.reach()).isEqualTo(new MemoryReach(4, 4, 1)));
        assertThat(run(EXACT, scope, 2)).isEqualTo(one);
        assertThat(run(EXACT, scope, 4)).isEqualTo(one);
        List<Analogues> whole =
                run(
                        new MemoryConfig(MemoryConfig.Engine.EXACT, 2_000, 20),
                        new MemoryScope(MemoryScope.Kind.MARKET, 1, 200),
                        2);
        assertThat(whole)
                .extracting(Analogues::held, Analogues::nearestDistance, Analogues::outcomes)
                .containsExactlyElementsOf(
                        one.stream()
                                .map(
                                        each ->
                                                tuple(
                                                        each.held(),
                                                        each.nearestDistance(),
                                                        each.outcomes()))
                                .toList());
    }

    private static List<Analogues> run(MemoryConfig config, MemoryScope scope, int parallelism)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        DataStream<FeatureSnapshot> snapshots =
                environment
                        .fromData(TypeInformation.of(FeatureSnapshot.class), snapshots())
                        .uid("snapshots")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<FeatureSnapshot>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (each, before) -> each.id().secondEndMillis() - 1))
                        .uid("watermarks");
        List<Analogues> found = new ArrayList<>();
        try (CloseableIterator<Analogues> results =
                SimilarSituations.attach(
                                snapshots,
                                new MemoryRules(
                                        config,
                                        scope,
                                        Judging.BY_EVENT_TIME,
                                        () -> new TensorVectors(ComputeDevice.CPU),
                                        BreakerConfig.standard()))
                        .executeAndCollect()) {
            results.forEachRemaining(found::add);
        }
        found.sort(
                Comparator.comparing((Analogues each) -> each.snapshot().secondEndMillis())
                        .thenComparing(each -> each.snapshot().symbol()));
        return found;
    }

    private static FeatureSnapshot[] snapshots() {
        SplittableRandom random = new SplittableRandom(5);
        List<FeatureSnapshot> snapshots = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            for (String symbol : SYMBOLS) {
                FeatureVector.Builder features = new FeatureVector.Builder();
                for (Feature feature : Feature.values()) {
                    if (feature.unit() == Feature.Unit.Z) {
                        features.set(feature, random.nextDouble(-2, 2));
                    }
                }
                features.set(Feature.MID, random.nextDouble(99, 101))
                        .set(Feature.REALIZED_VOL_60M, 0.2);
                snapshots.add(
                        new FeatureSnapshot(
                                new SnapshotId(symbol, BEGIN + minute * 60_000L),
                                0,
                                features.build()));
            }
        }
        return snapshots.toArray(FeatureSnapshot[]::new);
    }
}
