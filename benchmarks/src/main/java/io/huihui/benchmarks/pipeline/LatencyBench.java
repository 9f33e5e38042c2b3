package io.huihui.benchmarks.pipeline;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSourceConfig;
import io.huihui.connectors.kafka.StartFrom;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.MainJob;
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

    private static final int[] RATES = {10_000, 100_000};

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
        for (int rate : RATES) {
            met = measure(rate, metrics, guards, progress);
        }
        metrics.add(
                Metric.of(
                        "peak_memory_mib",
                        Usage.peakMemoryMib(ProcessHandle.current().pid()),
                        "MiB"));
        return new Result(metrics, guards, met);
    }

    /**
     * Returns whether every verdict came and the goals were met; those of the highest rate count.
     */
    private boolean measure(
            int rate, List<Metric> metrics, List<Metric> guards, Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                KafkaServer kafka = KafkaServer.start(folder.path().resolve("kafka"));
                BenchCluster cluster =
                        BenchCluster.start(folder.path().resolve("flink"), CHECKPOINT_INTERVAL)) {
            String servers = kafka.bootstrapServers();
            BenchTopics.create(servers);
            JobID job = cluster.submit(environment -> define(environment, servers));
            boolean met = measureRunning(rate, servers, metrics, guards, progress);
            cluster.cancel(job);
            kafka.process()
                    .pid()
                    .ifPresent(
                            pid ->
                                    guards.add(
                                            Metric.of(
                                                    named("broker_peak_memory_mib", rate),
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
            int rate, String servers, List<Metric> metrics, List<Metric> guards, Progress progress)
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
            PacedLoad load = new PacedLoad(servers, schedule, rate);
            long latest = load.runUntil(to + PacedLoad.TAIL_MILLIS);
            verdicts.await();
            explanations.await();
            directives.await();
            Histogram times = verdicts.histogram();
            double p99 = millis(times, P99);
            metrics.add(Metric.of(named("p50_millis", rate), millis(times, P50), "ms"));
            metrics.add(Metric.of(named("p99_millis", rate), p99, "ms"));
            metrics.add(
                    Metric.of(
                            named("max_millis", rate),
                            times.getMaxValue() / MICROS_PER_MILLI,
                            "ms"));
            Histogram reasons = explanations.after(verdicts);
            metrics.add(
                    Metric.of(
                            named("explanation_after_verdict_p50_millis", rate),
                            millis(reasons, P50),
                            "ms"));
            metrics.add(
                    Metric.of(
                            named("explanation_after_verdict_p99_millis", rate),
                            millis(reasons, P99),
                            "ms"));
            guards.add(
                    Metric.of(
                            named("explanations", rate),
                            (double) reasons.getTotalCount(),
                            "count"));
            guards.add(Metric.of(named("verdicts", rate), (double) times.getTotalCount(), "count"));
            guards.add(
                    Metric.of(
                            named("directives", rate),
                            (double) directives.histogram().getTotalCount(),
                            "count"));
            guards.add(Metric.of(named("sender_behind_millis", rate), (double) latest, "ms"));
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "%,d ticks/s: %d verdicts, p50 %.1f ms, p99 %.1f ms, largest %.1f ms;"
                                    + " %d directives, p99 %.1f ms; sender at most %d ms behind",
                            rate,
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

    private static void define(StreamExecutionEnvironment environment, String servers) {
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
        MainJob.defineLive(environment, usual.at(usual.job(), kafka));
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    private static String named(String figure, int rate) {
        return figure + "_at_" + rate / 1_000 + "k";
    }
}
