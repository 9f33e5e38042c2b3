package io.huihui.benchmarks.pipeline;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.ExpertStreams;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.RecordedSnapshots;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.gating.GateClock;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code bench experts}: what each fitted expert and the gate cost a snapshot within Flink, by
 * processor time, as they run live: behind breakers, on a thread that is not waited for without
 * end. The reference is the same expert asked on the task's own thread, as a replay does. From each
 * is taken what the same snapshots cost on their way to nowhere.
 */
public final class ExpertsBench implements Bench {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
    private static final BreakerConfig BREAKERS = BreakerConfig.standard();
    private static final long SEED = 9;
    private static final int SYMBOLS = 20;
    private static final String PREFIX = "S";

    private static final int SECONDS = 600;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;
    private static final double MICROS_PER_SECOND = 1e6;

    /** Tasks are in this process. */
    private static volatile List<List<FeatureSnapshot>> recorded = List.of();

    private final int seconds;
    private final int rounds;

    public ExpertsBench() {
        this(SECONDS, ROUNDS);
    }

    ExpertsBench(int seconds, int rounds) {
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** What snapshots go through. */
    private enum Path {
        NOTHING,
        REGIME,
        FLOW,
        SENTIMENT,
        ALL,
        ALL_AND_GATE
    }

    @Override
    public String name() {
        return "experts";
    }

    @Override
    public String question() {
        return "What does each expert cost a snapshot, and what do the breakers around it?";
    }

    @Override
    public Result run(Progress progress) {
        recorded = RecordedSnapshots.of(SEED, seconds);
        try (BenchFolder folder = BenchFolder.create();
                BenchCluster cluster =
                        BenchCluster.start(folder.path().resolve("flink"), CHECKPOINT_INTERVAL)) {
            Map<Path, double[]> live = new EnumMap<>(Path.class);
            Map<Path, double[]> direct = new EnumMap<>(Path.class);
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                for (Path path : Path.values()) {
                    note(live, path, round, micros(cluster, path, Judging.ON_ARRIVAL));
                    note(direct, path, round, micros(cluster, path, Judging.BY_EVENT_TIME));
                }
                progress.say(
                        String.format(
                                Locale.ROOT,
                                "round %d of %d",
                                round + WARM_UP_ROUNDS + 1,
                                rounds + WARM_UP_ROUNDS));
            }
            return result(live, direct);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("need every job to end well, was: " + e, e);
        } finally {
            recorded = List.of();
        }
    }

    private void note(Map<Path, double[]> micros, Path path, int round, double value) {
        if (round >= 0) {
            micros.computeIfAbsent(path, each -> new double[rounds])[round] = value;
        }
    }

    /** Returns microseconds of processor time per snapshot. */
    private double micros(BenchCluster cluster, Path path, Judging judging) throws Exception {
        Usage used = cluster.run(environment -> define(environment, path, judging)).used();
        return used.processorSeconds() * MICROS_PER_SECOND / count();
    }

    private long count() {
        return (long) seconds * SYMBOLS;
    }

    private void define(StreamExecutionEnvironment environment, Path path, Judging judging) {
        DataStream<FeatureSnapshot> snapshots =
                environment
                        .fromSequence(0, count() - 1)
                        .uid("snapshots")
                        .setParallelism(1)
                        .map(ExpertsBench::snapshot, TypeInformation.of(FeatureSnapshot.class))
                        .uid("recorded-snapshots")
                        .setParallelism(1);
        Asking asking = Asking.of(BREAKERS, judging);
        switch (path) {
            case NOTHING -> end(snapshots.keyBy(snapshot -> snapshot.id().symbol()));
            case REGIME -> end(ExpertStreams.regime(environment, snapshots, asking));
            case FLOW -> end(ExpertStreams.flow(environment, snapshots, asking));
            case SENTIMENT -> end(ExpertStreams.sentiment(environment, snapshots, asking));
            case ALL -> end(ExpertStreams.all(environment, snapshots, asking));
            case ALL_AND_GATE ->
                    end(
                            ExpertStreams.gate(
                                    environment,
                                    snapshots,
                                    ExpertStreams.all(environment, snapshots, asking),
                                    judging == Judging.ON_ARRIVAL
                                            ? GateClock.PROCESSING
                                            : GateClock.EVENT,
                                    BREAKERS));
        }
    }

    private static FeatureSnapshot snapshot(long index) {
        int symbol = (int) (index % SYMBOLS);
        FeatureSnapshot like = recorded.get(symbol % recorded.size()).get((int) (index / SYMBOLS));
        SnapshotId id = new SnapshotId(PREFIX + symbol, like.id().secondEndMillis());
        return new FeatureSnapshot(id, 0, like.features());
    }

    private static void end(DataStream<?> stream) {
        stream.sinkTo(new DiscardingSink<>()).uid("discard");
    }

    private static Result result(Map<Path, double[]> live, Map<Path, double[]> direct) {
        return new Result(
                List.of(
                        cost("regime_micros", live, direct, Path.REGIME, Path.NOTHING),
                        cost("flow_micros", live, direct, Path.FLOW, Path.NOTHING),
                        cost("sentiment_micros", live, direct, Path.SENTIMENT, Path.NOTHING),
                        cost("all_three_micros", live, direct, Path.ALL, Path.NOTHING),
                        cost("gate_micros", live, direct, Path.ALL_AND_GATE, Path.ALL)),
                List.of(Metric.of("snapshot_alone_micros", median(live.get(Path.NOTHING)), "us")),
                true);
    }

    /** What one path costs more than another, round by round; the reference is asked directly. */
    private static Metric cost(
            String name,
            Map<Path, double[]> live,
            Map<Path, double[]> direct,
            Path path,
            Path without) {
        double[] more = differences(live.get(path), live.get(without));
        double[] reference = differences(direct.get(path), direct.get(without));
        return new Metric(
                name, median(more), more[0], more[more.length - 1], median(reference), "us");
    }

    private static double[] differences(double[] left, double[] right) {
        double[] differences = new double[left.length];
        Arrays.setAll(differences, round -> left[round] - right[round]);
        Arrays.sort(differences);
        return differences;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(0);
    }
}
