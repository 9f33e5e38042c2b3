package io.huihui.benchmarks.pipeline;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.models.event.MarketEvent;
import io.huihui.simulator.load.TickLoad;
import io.huihui.simulator.load.TickMix;

import java.util.concurrent.TimeUnit;

/** Sends every tick when it is due; one that is overdue goes at once and keeps its time. */
final class PacedLoad {

    /** Ticks after the last measured second, so that it ends. */
    static final long TAIL_MILLIS = 2_000;

    private static final long SEED = 11;

    /** Each has one verdict a second. */
    static final int SYMBOLS = 100;

    private static final long PAST_MILLIS = 300_000;
    private static final double PAST_EVENTS_PER_SECOND = 1_000;

    /** Longer than repeated events are recognised. */
    private static final long REPEATED_MILLIS = 120_000;

    private final String servers;
    private final Schedule schedule;
    private final int rate;

    PacedLoad(String servers, Schedule schedule, int rate) {
        this.servers = servers;
        this.schedule = schedule;
        this.rate = rate;
    }

    /**
     * Sends some minutes of a thin market before the schedule, all at once: a hundred snapshots a
     * second would take a quarter of an hour until the machine has compiled what they run through.
     * They end so long before it that the paced market's numbers are not taken for repeated ones.
     */
    static void sendPast(String servers) {
        TickLoad past =
                new TickLoad(
                        SEED,
                        SYMBOLS,
                        TickMix.defaults(),
                        Schedule.START_MILLIS - PAST_MILLIS,
                        PAST_EVENTS_PER_SECOND);
        try (KafkaFeeder feeder = new KafkaFeeder(servers)) {
            MarketEvent next = past.next();
            while (next.eventTimeMillis() < Schedule.START_MILLIS - REPEATED_MILLIS) {
                feeder.send(next);
                next = past.next();
            }
            feeder.flush();
        }
    }

    /** Sends until that event time is due; returns by how much it was late at most, in ms. */
    long runUntil(long endMillis) throws InterruptedException {
        TickLoad load =
                new TickLoad(SEED, SYMBOLS, TickMix.defaults(), Schedule.START_MILLIS, rate);
        long latest = 0;
        try (KafkaFeeder feeder = new KafkaFeeder(servers)) {
            MarketEvent next = load.next();
            while (next.eventTimeMillis() < endMillis) {
                long due = schedule.dueMillis();
                latest = Math.max(latest, due - next.eventTimeMillis());
                if (next.eventTimeMillis() > due) {
                    TimeUnit.MICROSECONDS.sleep(500);
                }
                while (next.eventTimeMillis() <= due) {
                    feeder.send(next);
                    next = load.next();
                }
            }
            feeder.flush();
        }
        return latest;
    }
}
