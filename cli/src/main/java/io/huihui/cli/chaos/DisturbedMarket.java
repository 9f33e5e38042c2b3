package io.huihui.cli.chaos;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated market on its way into Kafka, by the clock, and disturbed on the way: some events
 * come late, so out of order, some twice, and the clocks of the feeds that stamp them differ. Which
 * snapshots must come of it is counted here without any code of the job.
 */
final class DisturbedMarket implements AutoCloseable {

    /** Event time passes so much faster than the clock under a load of one. */
    static final int SPEED = 2;

    /**
     * How far out of order events may reach the job: after a restart one reader may begin three
     * seconds by the clock after the others on a busy machine, events come late themselves, and the
     * clocks of two feeds differ.
     */
    static final int OUT_OF_ORDERNESS_MILLIS =
            3_000 * SPEED + DisturbedMarket.LATEST_MILLIS + 2 * DisturbedMarket.SKEW_MILLIS;

    private static final double LATE_SHARE = 0.05;
    private static final int LATEST_MILLIS = 2_000;
    private static final double TWICE_SHARE = 0.01;

    /** How far the clock by which a feed stamps its events is fast or slow at most. */
    private static final int SKEW_MILLIS = 500;

    private static final long SECOND = 1_000;
    private static final int CHUNK_SECONDS = 10;

    /** No later event closes the last seconds, and a chain, once a minute, may hold them back. */
    private static final long TAIL_MILLIS = 60 * SECOND + OUT_OF_ORDERNESS_MILLIS;

    private final KafkaFeeder feeder;
    private final Simulation simulation;
    private final SplittableRandom random;
    private final Map<String, Long> first = new TreeMap<>();

    /** By how much the clock of each feed is slow: of quotes, of trades, and so on. */
    private final Map<Class<? extends MarketEvent>, Integer> slow = new HashMap<>();

    private final Thread thread;
    private volatile boolean ending;
    private volatile int load = 1;
    private volatile long sentMillis = Long.MIN_VALUE;
    private volatile RuntimeException failure;
    private long lastMillis = Long.MIN_VALUE;

    /** One event of the market or one story, and when it is sent. */
    private record Sending(long atMillis, MarketEvent event, NewsItem story) {}

    DisturbedMarket(String servers, SimulationConfig config) {
        this.feeder = new KafkaFeeder(servers);
        this.simulation = new Simulation(config);
        this.random = new SplittableRandom(config.seed());
        this.thread = new Thread(this::run, "disturbed-market");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Lets the market go so many times as fast: so many times the events come by the clock. */
    void load(int times) {
        load = times;
    }

    /**
     * Returns for how many seconds of the clock verdicts could have been on a later second than
     * this one, if the job took no time.
     *
     * @param second end of the newest second with a verdict, ms
     */
    double lagSeconds(long second) {
        long due = sentMillis - OUT_OF_ORDERNESS_MILLIS;
        return Math.max(0, due - second) / (double) SECOND / (SPEED * load);
    }

    /** Ends the market at the end of a chunk and waits until all of it has been sent. */
    void end() throws InterruptedException {
        ending = true;
        thread.join();
        requireHealthy();
    }

    /** Throws what ended the feed, if something did. */
    void requireHealthy() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns what must be there when the market has ended. */
    ExpectedSnapshots expected() {
        return new ExpectedSnapshots(first, lastMillis, TAIL_MILLIS);
    }

    @OutsideResults("Decides when an event is sent, not what is in it.")
    private void run() {
        try {
            long sinceNanos = System.nanoTime();
            long sinceMillis = Long.MIN_VALUE;
            int speed = 0;
            while (!ending) {
                for (Sending sending : chunk()) {
                    int wanted = SPEED * load;
                    if (speed != wanted) {
                        speed = wanted;
                        sinceNanos = System.nanoTime();
                        sinceMillis = sending.atMillis();
                    }
                    long due = sinceNanos + (sending.atMillis() - sinceMillis) * 1_000_000 / speed;
                    LockSupport.parkNanos(due - System.nanoTime());
                    send(sending);
                    sentMillis = sending.atMillis();
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            feeder.close();
        }
    }

    /** Returns the next seconds of the market in the order in which they are sent. */
    private List<Sending> chunk() {
        Disturbance sink = new Disturbance();
        for (int second = 0; second < CHUNK_SECONDS; second++) {
            simulation.advance(sink, truth -> {});
        }
        sink.sendings.sort(Comparator.comparingLong(Sending::atMillis));
        return sink.sendings;
    }

    /** Says when each event is sent, and which are sent twice. */
    private final class Disturbance implements MarketSink {
        private final List<Sending> sendings = new ArrayList<>();

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            long late = random.nextDouble() < LATE_SHARE ? random.nextInt(LATEST_MILLIS) : 0;
            long at = event.eventTimeMillis() + slowMillis(event) + late;
            sendings.add(new Sending(at, event, null));
            if (random.nextDouble() < TWICE_SHARE) {
                sendings.add(new Sending(at + random.nextInt(LATEST_MILLIS), event, null));
            }
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {
            sendings.add(new Sending(item.receivedTimeMillis(), null, item));
        }

        @Override
        public void media(MediaItem item, long arrivalMillis) {}

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {}
    }

    private int slowMillis(MarketEvent event) {
        return slow.computeIfAbsent(
                event.getClass(), feed -> random.nextInt(-SKEW_MILLIS, SKEW_MILLIS + 1));
    }

    private void send(Sending sending) {
        if (sending.event() == null) {
            feeder.send(Topics.NEWS, sending.story());
            return;
        }
        MarketEvent event = sending.event();
        first.merge(event.symbol(), event.eventTimeMillis(), Math::min);
        lastMillis = Math.max(lastMillis, event.eventTimeMillis());
        feeder.send(event);
    }

    @Override
    public void close() {
        ending = true;
    }
}
