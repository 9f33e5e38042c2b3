package io.huihui.jobs;

import io.huihui.connectors.tape.TapeDescription;
import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.tape.TapeWriter;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningChannel;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.PatternKind;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Two sessions of two symbols, in which a way of the price and a sequence come again. */
class MiningJobTest {

    private static final int WINDOW = 30;
    private static final MiningConfig CONFIG =
            new MiningConfig(60, WINDOW, 30, 2, 3, 5, 79, 0.05, 1, 1);

    private static final long MINUTE = 60_000;
    private static final int MINUTES = 390;
    private static final long DAY = 86_400_000;
    private static final long BEGIN = 1_760_016_600_000L;
    private static final List<String> SYMBOLS = List.of("QQQ", "SPY");

    @TempDir private static Path folder;
    private static List<Path> results;

    @BeforeAll
    static void twoSessions() throws IOException {
        results = List.of(folder.resolve("monday"), folder.resolve("tuesday"));
        for (int day = 0; day < results.size(); day++) {
            try (TapeWriter writer =
                    TapeWriter.create(
                            results.get(day),
                            TapeDescription.of(SYMBOLS, List.of(), "a test", "Apache-2.0"))) {
                for (String symbol : SYMBOLS) {
                    write(writer, symbol, day);
                }
                writer.finish();
            }
        }
    }

    private static void write(TapeWriter writer, String symbol, int day) throws IOException {
        SplittableRandom random = new SplittableRandom(symbol.hashCode() + day);
        SplittableRandom shape = new SplittableRandom(symbol.hashCode());
        double[] planted = new double[WINDOW];
        for (int k = 0; k < WINDOW; k++) {
            planted[k] = 3e-4 * shape.nextGaussian();
        }
        double logPrice = Math.log(100);
        for (int minute = 0; minute < MINUTES; minute++) {
            int at = minute % 130 - 50;
            logPrice += 1e-4 * random.nextGaussian() + (at >= 0 && at < WINDOW ? planted[at] : 0);
            SnapshotId id = new SnapshotId(symbol, BEGIN + day * DAY + minute * MINUTE);
            FeatureVector features =
                    new FeatureVector.Builder().set(Feature.MID, Math.exp(logPrice)).build();
            writer.write(Topics.FEATURES, new FeatureSnapshot(id, 0, features));
            if (minute % 60 == 5) {
                writer.write(Topics.SIGNALS, signal(id, SignalName.VAPI_SURGE));
            } else if (minute % 60 == 12) {
                writer.write(Topics.SIGNALS, signal(id, SignalName.DWFD_SMART_MONEY));
            } else if (random.nextInt(12) == 0) {
                writer.write(Topics.SIGNALS, signal(id, SignalName.PIN));
            }
        }
    }

    private static Signal signal(SnapshotId id, SignalName name) {
        return new Signal(
                Signal.idOf(id, name),
                name,
                id,
                Bias.NEUTRAL,
                1,
                null,
                false,
                "LOW_VOL_RANGING",
                List.of(new Evidence("test", 1.0, 0.0)));
    }

    @Test
    void oneTaskAndTwoFindTheSamePatterns() throws Exception {
        List<MinedPattern> one = mine("one", 1);
        List<MinedPattern> two = mine("two", 2);

        assertThat(MinedPattern.hash(two)).isEqualTo(MinedPattern.hash(one));
        assertThat(bytes("two")).isEqualTo(bytes("one"));
        for (String symbol : SYMBOLS) {
            assertThat(one)
                    .filteredOn(each -> each.history().symbol().equals(symbol))
                    .anySatisfy(
                            each -> {
                                assertThat(each.channel()).isEqualTo(MiningChannel.RETURN);
                                assertThat(each.occurrences()).hasSize(6);
                            })
                    .anySatisfy(
                            each -> {
                                assertThat(each.kind()).isEqualTo(PatternKind.SEQUENCE);
                                assertThat(each.events())
                                        .containsExactly(
                                                "SIGNAL VAPI_SURGE NEUTRAL",
                                                "SIGNAL DWFD_SMART_MONEY NEUTRAL");
                            });
        }
    }

    @Test
    void everyOperatorHasAUidOfItsOwn() {
        StreamExecutionEnvironment environment = Environments.strict(new Configuration());
        MiningJob.define(environment, results, folder, CONFIG);

        assertThat(environment.getStreamGraph(false).getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    private static List<MinedPattern> mine(String out, int parallelism) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        MiningJob.run(results, folder.resolve(out), CONFIG, configuration);
        List<MinedPattern> patterns = new ArrayList<>();
        try (TapeReader<MinedPattern> reader =
                TapeReader.openOutput(folder.resolve(out), Topics.PATTERNS)) {
            for (TapeRecord<MinedPattern> each = reader.next();
                    each != null;
                    each = reader.next()) {
                patterns.add(each.value());
            }
        }
        return patterns;
    }

    private static byte[] bytes(String out) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve("patterns.avro"));
    }
}
