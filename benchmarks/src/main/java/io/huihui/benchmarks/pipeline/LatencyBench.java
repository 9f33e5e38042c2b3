package io.huihui.benchmarks.pipeline;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSourceConfig;
import io.huihui.connectors.kafka.StartFrom;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.MainJob;
import io.huihui.jobs.Stores;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Verdict;
import io.huihui.stack.KafkaServer;

import org.HdrHistogram.Histogram;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench latency}: from the tick that ends a second to what the main job says about it, read
 * back from Kafka. Ticks have scheduled times and latency is counted from those, so a generator or
 * a broker that falls behind makes the figure worse, not better (no coordinated omission).
 *
 * <p>The feed is in order within each partition, so the job allows for no disorder here; a live job
 * waits its {@code outOfOrdernessMillis} on top, millisecond for millisecond.
 */
public final class LatencyBench implements Bench {

    private static final List<Setting> SETTINGS =
            List.of(
                    new Setting(10_000, false),
                    new Setting(100_000, false),
                    new Setting(100_000, true));

    /** After a minute the machine still compiles what a snapshot runs through. */
    private static final int WARM_UP_SECONDS = 120;

    private static final int MEASURED_SECONDS = 40;
    private static final double GOAL_P99_MILLIS = 25;
    private static final double GOAL_EXPLANATION_P99_MILLIS = 10;

    /** As flink-conf has it, local and production. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double P50 = 50;
    private static final double P99 = 99;

    private final int warmUpSeconds;
    private final int measuredSeconds;

    /**
     * What is measured.
     *
     * @param rate ticks a second
     * @param stores whether the job writes to Postgres and Neo4j, too, on the same machine
     */
    private record Setting(int rate, boolean stores) {

        String named(String figure) {
            return figure + "_at_" + rate / 1_000 + "k" + (stores ? "_with_stores" : "");
        }
    }

    public LatencyBench() {
        this(WARM_UP_SECONDS, MEASURED_SECONDS);
    }

    LatencyBench(int warmUpSeconds, int measuredSeconds) {
        this.warmUpSeconds = warmUpSeconds;
        this.measuredSeconds = measuredSeconds;
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String question() {
        return "How long from the tick that ends a second to the verdict and the directive on it?";
    }

    @Override
    public Result run(Progress progress) {
        List<Metric> metrics = new ArrayList<>();
        List<Metric> guards = new ArrayList<>();
        boolean met = false;
        for (Setting setting : SETTINGS) {
            met = measure(setting, metrics, guards, progress);
        }
        metrics.add(
                Metric.of(
                        "peak_memory_mib",
                        Usage.peakMemoryMib(ProcessHandle.current().pid()),
                        "MiB"));
        return new Result(metrics, guards, met);
    }

    /**
     * Returns whether every verdict came and the goals were met; those of the last setting count.
     */
    private boolean measure(
            Setting setting, List<Metric> metrics, List<Metric> guards, Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                KafkaServer kafka = KafkaServer.start(folder.path().resolve("kafka"));
                BenchStores stores = setting.stores() ? BenchStores.start(folder.path()) : null;
                BenchCluster cluster =
                        BenchCluster.start(folder.path().resolve("flink"), CHECKPOINT_INTERVAL)) {
            String servers = kafka.bootstrapServers();
            BenchTopics.create(servers);
            Stores writing = stores == null ? Stores.none() : stores.stores();
            JobID job = cluster.submit(environment -> define(environment, servers, writing));
            boolean met = measureRunning(setting, servers, metrics, guards, progress);
            cluster.cancel(job);
            kafka.process()
                    .pid()
                    .ifPresent(
                            pid ->
                                    guards.add(
                                            Metric.of(
                                                    setting.named("broker_peak_memory_mib"),
                                                    Usage.peakMemoryMib(pid),
                                                    "MiB")));
            return met;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("need a job that runs, was: " + e, e);
        }
    }

    private boolean measureRunning(
            Setting setting,
            String servers,
            List<Metric> metrics,
            List<Metric> guards,
            Progress progress)
            throws InterruptedException {
        PacedLoad.sendPast(servers);
        Schedule schedule = Schedule.startingNow();
        long from = schedule.eventTimeAfterSeconds(warmUpSeconds);
        long to = schedule.eventTimeAfterSeconds(warmUpSeconds + measuredSeconds);
        try (ArrivalTimes<Verdict> verdicts =
                        ArrivalTimes.start(
                                servers, Topics.VERDICTS, LatencyBench::id, schedule, from, to);
                ArrivalTimes<Explanation> explanations =
                        ArrivalTimes.start(
                                servers,
                                Topics.EXPLANATIONS,
                                Explanation::subjectId,
                                schedule,
                                from,
                                to);
                ArrivalTimes<Directive> directives =
                        ArrivalTimes.start(
                                servers, Topics.DIRECTIVES, Directive::id, schedule, from, to)) {
            PacedLoad load = new PacedLoad(servers, schedule, setting.rate());
            long latest = load.runUntil(to + PacedLoad.TAIL_MILLIS);
            verdicts.await();
            explanations.await();
            directives.await();
            Histogram times = verdicts.histogram();
            double p99 = millis(times, P99);
            metrics.add(Metric.of(setting.named("p50_millis"), millis(times, P50), "ms"));
            metrics.add(Metric.of(setting.named("p99_millis"), p99, "ms"));
            metrics.add(
                    Metric.of(
                            setting.named("max_millis"),
                            times.getMaxValue() / MICROS_PER_MILLI,
                            "ms"));
            Histogram reasons = explanations.after(verdicts);
            metrics.add(
                    Metric.of(
                            setting.named("explanation_after_verdict_p50_millis"),
                            millis(reasons, P50),
                            "ms"));
            metrics.add(
                    Metric.of(
                            setting.named("explanation_after_verdict_p99_millis"),
                            millis(reasons, P99),
                            "ms"));
            guards.add(
                    Metric.of(
                            setting.named("explanations"),
                            (double) reasons.getTotalCount(),
                            "count"));
            guards.add(
                    Metric.of(setting.named("verdicts"), (double) times.getTotalCount(), "count"));
            guards.add(
                    Metric.of(
                            setting.named("directives"),
                            (double) directives.histogram().getTotalCount(),
                            "count"));
            guards.add(Metric.of(setting.named("sender_behind_millis"), (double) latest, "ms"));
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "%,d ticks/s%s: %d verdicts, p50 %.1f ms, p99 %.1f ms, largest %.1f ms;"
                                    + " %d directives, p99 %.1f ms; sender at most %d ms behind",
                            setting.rate(),
                            setting.stores() ? " with stores" : "",
                            times.getTotalCount(),
                            millis(times, P50),
                            p99,
                            times.getMaxValue() / MICROS_PER_MILLI,
                            directives.histogram().getTotalCount(),
                            millis(directives.histogram(), P99),
                            latest));
            return times.getTotalCount() == (long) PacedLoad.SYMBOLS * measuredSeconds
                    && p99 <= GOAL_P99_MILLIS
                    && millis(reasons, P99) <= GOAL_EXPLANATION_P99_MILLIS;
        }
    }

    /** As the explanation of a verdict names it. */
    private static String id(Verdict verdict) {
        return verdict.snapshot().text() + "/verdict/" + verdict.gateVersion();
    }

    private static void define(
            StreamExecutionEnvironment environment, String servers, Stores stores) {
        JobConfig usual = JobConfig.defaults();
        KafkaSourceConfig source = KafkaSourceConfig.defaults();
        KafkaConfig kafka =
                KafkaConfig.at(servers)
                        .with(
                                new KafkaSourceConfig(
                                        "latency",
                                        StartFrom.EARLIEST,
                                        false,
                                        0,
                                        source.idlenessMillis(),
                                        source.futureAllowanceMillis(),
                                        List.of()));
        MainJob.defineLive(environment, usual.at(usual.job(), kafka), stores);
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
