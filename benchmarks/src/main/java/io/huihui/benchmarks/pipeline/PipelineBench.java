package io.huihui.benchmarks.pipeline;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.jobs.Stores;
import io.huihui.simulator.load.TickLoad;
import io.huihui.simulator.load.TickMix;
import io.huihui.stack.KafkaServer;

import org.apache.flink.api.common.JobExecutionResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code bench pipeline}: ticks a second from a real Kafka through decoding to feature snapshots,
 * beside a job that only reads and shuffles them, and beside one that computes the same features
 * the obvious way. Ratios are of processor time per tick, which other work on the machine does not
 * distort; the rate is by the clock. At last the main job itself reads them: experts, gate,
 * directives and its Kafka sinks, turn by turn without and with Postgres and the graph.
 */
public final class PipelineBench implements Bench {

    /** Five times as often as flink-conf has it: a run is short, and each shall pay for several. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

    /** 2025-03-12 10:00 in New York: within one session, in the past of any clock. */
    private static final long START_MILLIS = 1_741_788_000_000L;

    private static final long SEED = 9;
    private static final int SYMBOLS = 100;

    /** Ticks per second of event time: 1,000 of each symbol, a market that fills two processors. */
    private static final double EVENTS_PER_SECOND = 100_000;

    private static final int TICKS = 4_000_000;

    /**
     * The plain job gets the beginning alone, and a thinner market, so that there are many seconds
     * to compare: 40 of them. Its windows are short, so rather too easy for it.
     */
    private static final double PLAIN_EVENTS_PER_SECOND = 5_000;

    private static final int PLAIN_TICKS = 200_000;

    /** The dense market numbers its ticks anew, so it begins when the thin one's are forgotten. */
    private static final long DENSE_START_MILLIS = START_MILLIS + 600_000;

    private static final int ROUNDS = 7;
    private static final int PLAIN_ROUNDS = 3;

    /** They come last, since they fill the topics of results. */
    private static final int WHOLE_ROUNDS = 5;

    /** Of a few seconds each: until the machine has compiled what matters. Not counted. */
    private static final int WARM_UP_ROUNDS = 4;

    private static final double GOAL_TO_IDENTITY = 0.5;
    private static final double GOAL_TO_PER_RECORD = 5;
    private static final double GOAL_TICKS_PER_SECOND = 1e6;
    private static final double GOAL_WHOLE_TICKS_PER_SECOND = 200_000;

    private final int ticks;
    private final int plainTicks;
    private final int rounds;

    public PipelineBench() {
        this(TICKS, PLAIN_TICKS, ROUNDS);
    }

    PipelineBench(int ticks, int plainTicks, int rounds) {
        this.ticks = ticks;
        this.plainTicks = plainTicks;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String question() {
        return "How many ticks a second become features, and what would a bare or a plain job do?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                KafkaServer kafka = KafkaServer.start(folder.path().resolve("kafka"));
                BenchStores stores = BenchStores.start(folder.path());
                BenchCluster cluster =
                        BenchCluster.start(folder.path().resolve("flink"), CHECKPOINT_INTERVAL)) {
            return measure(kafka, stores.stores(), cluster, progress);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("need every job to end well, was: " + e, e);
        }
    }

    private Result measure(
            KafkaServer kafka, Stores stores, BenchCluster cluster, Progress progress)
            throws Exception {
        String servers = kafka.bootstrapServers();
        BenchTopics.create(servers);
        List<Usage> plain = new ArrayList<>();
        List<Usage> ours = new ArrayList<>();
        List<Usage> identity = new ArrayList<>();
        List<Usage> whole = new ArrayList<>();
        List<Usage> stored = new ArrayList<>();
        long compared;
        try (KafkaFeeder feeder = new KafkaFeeder(servers)) {
            feed(load(START_MILLIS, PLAIN_EVENTS_PER_SECOND), plainTicks, feeder);
            compared = compare(cluster, servers, progress);
            for (int round = 0; round <= PLAIN_ROUNDS; round++) {
                add(round, plain, cluster.run(job -> PipelineJobs.plain(job, servers)));
                say("plain", round, plain, plainTicks, progress);
            }
            feed(load(DENSE_START_MILLIS, EVENTS_PER_SECOND), ticks - plainTicks, feeder);
        }
        for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
            add(round, identity, cluster.run(job -> PipelineJobs.identity(job, servers)));
            say("identity", round, identity, ticks, progress);
            add(round, ours, cluster.run(job -> PipelineJobs.ours(job, servers)));
            say("ours", round, ours, ticks, progress);
        }
        for (int round = 0; round <= WHOLE_ROUNDS; round++) {
            add(round, whole, cluster.run(job -> PipelineJobs.whole(job, servers, Stores.none())));
            say("the whole job", round, whole, ticks, progress);
            add(round, stored, cluster.run(job -> PipelineJobs.whole(job, servers, stores)));
            say("the whole job with stores", round, stored, ticks, progress);
        }
        return result(ours, identity, plain, whole, stored, compared, kafka);
    }

    private static TickLoad load(long startMillis, double eventsPerSecond) {
        return new TickLoad(SEED, SYMBOLS, TickMix.defaults(), startMillis, eventsPerSecond);
    }

    private static void feed(TickLoad load, int count, KafkaFeeder feeder) {
        for (int i = 0; i < count; i++) {
            feeder.send(load.next());
        }
        feeder.flush();
    }

    /** Returns how many snapshots were compared; they must all be the same. */
    private long compare(BenchCluster cluster, String servers, Progress progress) throws Exception {
        JobExecutionResult result =
                cluster.run(job -> PipelineJobs.comparison(job, servers)).result();
        long compared = result.<Long>getAccumulatorResult(CompareSnapshots.COMPARED);
        List<String> differences = result.getAccumulatorResult(CompareSnapshots.DIFFERENCES);
        if (compared == 0 || !differences.isEmpty()) {
            throw new IllegalStateException(
                    "need the same features from ours and the plain job, was different in "
                            + differences
                            + " of "
                            + compared
                            + " snapshots");
        }
        progress.say(
                compared
                        + " snapshots of "
                        + PlainFeatures.COVERED.size()
                        + " features are the same in ours and the plain job");
        return compared;
    }

    /** The first round only warms up. */
    private static void add(int round, List<Usage> usages, BenchCluster.Run run) {
        if (round > 0) {
            usages.add(run.used());
        }
    }

    private static void say(
            String what, int round, List<Usage> usages, int ticks, Progress progress) {
        if (round > 0) {
            Usage last = usages.get(usages.size() - 1);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "%s, round %d: %,.0f ticks/s by the clock, %,.0f per processor second",
                            what,
                            round,
                            ticks / last.wallSeconds(),
                            ticks / last.processorSeconds()));
        }
    }

    private Result result(
            List<Usage> ours,
            List<Usage> identity,
            List<Usage> plain,
            List<Usage> whole,
            List<Usage> stored,
            long compared,
            KafkaServer kafka) {
        double[] clock = rates(ours, ticks, Usage::wallSeconds);
        double[] identityClock = rates(identity, ticks, Usage::wallSeconds);
        double[] cost = rates(ours, ticks, Usage::processorSeconds);
        double[] identityCost = rates(identity, ticks, Usage::processorSeconds);
        double[] plainCost = rates(plain, plainTicks, Usage::processorSeconds);
        double[] wholeClock = rates(whole, ticks, Usage::wallSeconds);
        double[] storedClock = rates(stored, ticks, Usage::wallSeconds);
        double[] wholeCost = rates(whole, ticks, Usage::processorSeconds);
        double toIdentity = median(cost) / median(identityCost);
        double toPlain = median(cost) / median(plainCost);
        double brokerMib = kafka.process().pid().map(Usage::peakMemoryMib).orElse(Double.NaN);
        List<Metric> metrics =
                List.of(
                        new Metric(
                                "ticks_per_second",
                                median(clock),
                                clock[0],
                                clock[clock.length - 1],
                                median(identityClock),
                                "1/s"),
                        new Metric(
                                "ticks_per_second_whole_job",
                                median(wholeClock),
                                wholeClock[0],
                                wholeClock[wholeClock.length - 1],
                                median(clock),
                                "1/s"),
                        new Metric(
                                "ticks_per_second_whole_job_with_stores",
                                median(storedClock),
                                storedClock[0],
                                storedClock[storedClock.length - 1],
                                median(wholeClock),
                                "1/s"),
                        Metric.of("ratio_to_identity", toIdentity, "x"),
                        Metric.of("ratio_to_per_record", toPlain, "x"),
                        Metric.of(
                                "peak_memory_mib",
                                Usage.peakMemoryMib(ProcessHandle.current().pid()),
                                "MiB"));
        List<Metric> guards =
                List.of(
                        new Metric(
                                "ticks_per_processor_second",
                                median(cost),
                                cost[0],
                                cost[cost.length - 1],
                                median(identityCost),
                                "1/s"),
                        new Metric(
                                "plain_ticks_per_processor_second",
                                median(plainCost),
                                plainCost[0],
                                plainCost[plainCost.length - 1],
                                null,
                                "1/s"),
                        new Metric(
                                "whole_job_ticks_per_processor_second",
                                median(wholeCost),
                                wholeCost[0],
                                wholeCost[wholeCost.length - 1],
                                median(cost),
                                "1/s"),
                        Metric.of(
                                "ratio_to_identity_by_clock",
                                median(clock) / median(identityClock),
                                "x"),
                        Metric.of("broker_peak_memory_mib", brokerMib, "MiB"),
                        Metric.of("snapshots_compared", (double) compared, "count"));
        return new Result(
                metrics,
                guards,
                toIdentity >= GOAL_TO_IDENTITY
                        && toPlain >= GOAL_TO_PER_RECORD
                        && median(clock) >= GOAL_TICKS_PER_SECOND
                        && median(storedClock) >= GOAL_WHOLE_TICKS_PER_SECOND);
    }

    private static double[] rates(List<Usage> runs, int ticks, ToDoubleFunction<Usage> seconds) {
        return runs.stream()
                .mapToDouble(run -> ticks / seconds.applyAsDouble(run))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(Double.NaN);
    }
}
