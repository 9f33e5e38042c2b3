package io.huihui.benchmarks.console;

import io.huihui.benchmarks.evaluate.RecordedSnapshots;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.models.OutsideResults;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Sends the results of a hundred symbols to their topics, as the main job does: all of a second
 * within a moment after it has ended. Each symbol has its time by a schedule and latency is counted
 * from that, so a sender or a broker that falls behind makes the figure worse, not better.
 */
final class ResultsFeed implements AutoCloseable {

    static final int SYMBOLS = 100;

    /** 2025-03-12 10:00 in New York: hours of regular trading lie ahead. */
    static final long START_MILLIS = 1_741_788_000_000L;

    /** For how long the job sends about a second of a hundred symbols (bench latency, p99). */
    static final long SPREAD_MICROS = 150_000;

    private static final long SEED = 9;
    private static final int RECORDED_SECONDS = 120;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final KafkaFeeder feeder;
    private final List<JobResults> symbols = new ArrayList<>();
    private final long startNanos;
    private final Thread thread = new Thread(this::run, "results");
    private volatile boolean stopped;
    private volatile RuntimeException failure;
    private volatile long behindMicros;

    @OutsideResults("the schedule of a measurement")
    private ResultsFeed(String servers, List<List<FeatureSnapshot>> recorded) {
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            symbols.add(new JobResults(name(symbol), recorded.get(symbol % recorded.size())));
        }
        feeder = new KafkaFeeder(servers);
        startNanos = System.nanoTime();
        thread.setDaemon(true);
    }

    /** Records snapshots of a simulated market, which takes a while, and starts sending. */
    static ResultsFeed start(String servers) {
        ResultsFeed feed = new ResultsFeed(servers, RecordedSnapshots.of(SEED, RECORDED_SECONDS));
        feed.thread.start();
        return feed;
    }

    static String name(int symbol) {
        return String.format(Locale.ROOT, "S%03d", symbol);
    }

    private void run() {
        try {
            for (long second = 1; !stopped; second++) {
                send(second);
            }
        } catch (InterruptedException e) {
            // Closed.
            return;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void send(long second) throws InterruptedException {
        long ends = START_MILLIS + second * MILLIS_PER_SECOND;
        List<JobResults.Second> results = new ArrayList<>();
        for (JobResults symbol : symbols) {
            results.add(symbol.at(ends));
        }
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            long late = microsSince(symbol, ends);
            if (late < 0) {
                TimeUnit.MICROSECONDS.sleep(-late);
            }
            behindMicros = Math.max(behindMicros, microsSince(symbol, ends));
            results.get(symbol).sendTo(feeder);
        }
    }

    /** Returns for how long the results of a symbol's second have been due; negative before. */
    @OutsideResults("measures latency")
    long microsSince(int symbol, long secondEndMillis) {
        return microsSince(symbol, secondEndMillis, System.nanoTime());
    }

    long microsSince(int symbol, long secondEndMillis, long nowNanos) {
        long due =
                (secondEndMillis - START_MILLIS) * MILLIS_PER_SECOND
                        + symbol * SPREAD_MICROS / SYMBOLS;
        return (nowNanos - startNanos) / NANOS_PER_MICRO - due;
    }

    /** Returns by how much the sender was late at most since the last call, in ms. */
    double behindMillis() {
        double behind = behindMicros / 1e3;
        behindMicros = 0;
        if (failure != null) {
            throw failure;
        }
        return behind;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        feeder.close();
    }
}
