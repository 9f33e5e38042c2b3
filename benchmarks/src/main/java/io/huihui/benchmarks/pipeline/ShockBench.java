package io.huihui.benchmarks.pipeline;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Alert;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.sentiment.NewsMentions;
import io.huihui.operators.sentiment.NewsShocks;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code bench shock}: from the story that completes a news shock to its alert, within Flink, with
 * the tone of every headline read. Stories have scheduled times and latency is counted from those,
 * so a source that falls behind makes the figure worse, not better (no coordinated omission).
 */
public final class ShockBench implements Bench {

    private static final int ITEMS_PER_SECOND = 10_000;
    private static final double GOAL_P99_MILLIS = 5;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    /** Enough for the job to start and for the prices of the past. */
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double P50 = 50;
    private static final double P99 = 99;

    /** Of the run that goes on: its tasks are in this process and reach it through here. */
    private static volatile Run current;

    /** Start of the schedule, and latencies in microseconds. */
    private record Run(long startNanos, ShockLoad load, Histogram micros) {

        @OutsideResults("a load with a pace of its own")
        void awaitDue(double dueMillis) {
            long due = startNanos + (long) (dueMillis * NANOS_PER_MILLI);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        @OutsideResults("measures how long an alert takes")
        void note(Alert alert) {
            double due = load.itemDueMillis(Long.parseLong(alert.subject())) * NANOS_PER_MILLI;
            double nanos = System.nanoTime() - startNanos - due;
            micros.recordValue(Math.max(0, (long) (nanos / NANOS_PER_MICRO)));
        }
    }

    @Override
    public String name() {
        return "shock";
    }

    @Override
    public String question() {
        return "How long from the story that completes a news shock to its alert?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchFolder folder = BenchFolder.create();
                BenchCluster cluster =
                        BenchCluster.start(folder.path().resolve("flink"), CHECKPOINT_INTERVAL)) {
            progress.say(ShockLoad.LAST_SECOND + " s of " + ITEMS_PER_SECOND + " stories a second");
            Run run = start();
            current = run;
            BenchCluster.Run ended = cluster.run(ShockBench::define);
            return result(run.micros(), ended.used());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("need a job that ends, was: " + e, e);
        }
    }

    @OutsideResults("a load with a pace of its own")
    private static Run start() {
        return new Run(
                System.nanoTime() + START_NANOS,
                new ShockLoad(ITEMS_PER_SECOND),
                new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3));
    }

    private static void define(StreamExecutionEnvironment environment) {
        DataStream<NewsItem> news =
                environment
                        .fromSequence(0, current.load().items() - 1)
                        .uid("stories")
                        .setParallelism(1)
                        .map(
                                index -> {
                                    current.awaitDue(current.load().itemDueMillis(index));
                                    return current.load().item(index);
                                },
                                TypeInformation.of(NewsItem.class))
                        .uid("stories-when-due")
                        .setParallelism(1);
        DataStream<SymbolPrice> prices =
                environment
                        .fromSequence(0, ShockLoad.prices() - 1)
                        .uid("prices")
                        .setParallelism(1)
                        .map(
                                index -> {
                                    current.awaitDue(ShockLoad.priceDueMillis(index));
                                    return ShockLoad.price(index);
                                },
                                TypeInformation.of(SymbolPrice.class))
                        .uid("prices-when-due")
                        .setParallelism(1);
        NewsShocks.attach(
                        prices, NewsMentions.attach(news, new LexiconScorer()), Judging.ON_ARRIVAL)
                .map(
                        alert -> {
                            current.note(alert);
                            return alert;
                        },
                        TypeInformation.of(Alert.class))
                .uid("alert-times")
                .sinkTo(new DiscardingSink<>())
                .uid("alerts-end");
    }

    private static Result result(Histogram micros, Usage used) {
        double p99 = micros.getValueAtPercentile(P99) / MICROS_PER_MILLI;
        List<Metric> metrics =
                List.of(
                        Metric.of(
                                "p50_millis",
                                micros.getValueAtPercentile(P50) / MICROS_PER_MILLI,
                                "ms"),
                        Metric.of("p99_millis", p99, "ms"),
                        Metric.of("max_millis", micros.getMaxValue() / MICROS_PER_MILLI, "ms"));
        List<Metric> guards =
                List.of(
                        Metric.of(
                                "shocks_found_share",
                                micros.getTotalCount() / (double) ShockLoad.SYMBOLS,
                                "share"),
                        Metric.of(
                                "processor_share",
                                used.processorSeconds() / used.wallSeconds(),
                                "cores"),
                        Metric.of(
                                "peak_memory_mib",
                                Usage.peakMemoryMib(ProcessHandle.current().pid()),
                                "MiB"));
        return new Result(
                metrics,
                guards,
                p99 <= GOAL_P99_MILLIS && micros.getTotalCount() == ShockLoad.SYMBOLS);
    }
}
