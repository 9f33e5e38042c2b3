package io.huihui.jobs;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.network.ComputeDevice;
import io.huihui.network.TensorVectors;
import io.huihui.operators.memory.AnaloguesOperator;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight hours of three symbols on a Flink cluster in this process. */
class AnaloguesTest {

    private static final long BEGIN = 1_760_000_040_000L;
    private static final int MINUTES = 480;
    private static final List<String> SYMBOLS = List.of("AAPL", "QQQ", "SPY");

    @ParameterizedTest
    @EnumSource
    void oneTaskAndTwoFindTheSame(MemoryConfig.Engine engine) throws Exception {
        MemoryConfig config = new MemoryConfig(engine, 300, 20);

        List<Analogues> one = run(config, 1);

        // From minute 160 on: 60 until the first is known, then 100 of them, less one.
        assertThat(one).hasSize(SYMBOLS.size() * (MINUTES - 159));
        assertThat(one.get(one.size() - 1).approximate())
                .isEqualTo(engine == MemoryConfig.Engine.GRAPH);
        assertThat(run(config, 1)).isEqualTo(one);
        assertThat(run(config, 2)).isEqualTo(one);
        if (engine == MemoryConfig.Engine.TENSOR) {
            assertThat(run(new MemoryConfig(MemoryConfig.Engine.EXACT, 300, 20), 1)).isEqualTo(one);
        }
    }

    private static List<Analogues> run(MemoryConfig config, int parallelism) throws Exception {
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
                AnaloguesOperator.attach(
                                snapshots,
                                config,
                                () -> new TensorVectors(ComputeDevice.CPU),
                                BreakerConfig.standard())
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
