package io.huihui.simulator;

import io.huihui.models.event.MarketEvent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts the records of all symbols into the order of arrival. Most arrive within their own tick and
 * are sorted by one primitive key; the few that come later wait in a queue.
 */
final class Outbox {

    private static final int INITIAL_CAPACITY = 1_024;
    private static final int INDEX_BITS = 32;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    private record Waiting(Delivery delivery, long order) {}

    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(
                    Comparator.<Waiting>comparingLong(w -> w.delivery().arrivalMillis())
                            .thenComparingLong(Waiting::order));
    private MarketEvent[] events = new MarketEvent[INITIAL_CAPACITY];
    private long[] keys = new long[INITIAL_CAPACITY];
    private int count;
    private long order;
    private long tickMillis;

    /** Starts the tick [tickMillis, tickMillis + 1 s). */
    void startTick(long millis) {
        tickMillis = millis;
    }

    void event(MarketEvent event, long arrivalMillis) {
        long offset = arrivalMillis - tickMillis;
        if (offset >= Clock.TICK_MILLIS) {
            later(new Delivery.OfEvent(event, arrivalMillis));
            return;
        }
        if (count == events.length) {
            events = Arrays.copyOf(events, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
        }
        events[count] = event;
        keys[count] = (offset << INDEX_BITS) | count;
        count++;
    }

    void later(Delivery delivery) {
        waiting.add(new Waiting(delivery, order++));
    }

    /** Hands over all that has arrived before the end of the tick. */
    void endTick(MarketSink sink) {
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            int index = (int) (keys[i] & INDEX_MASK);
            long arrival = tickMillis + (keys[i] >>> INDEX_BITS);
            deliverUntil(arrival, sink);
            sink.event(events[index], arrival);
            events[index] = null;
        }
        count = 0;
        deliverUntil(tickMillis + Clock.TICK_MILLIS, sink);
    }

    /** Returns whether anything still has to arrive. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void deliverUntil(long untilMillis, MarketSink sink) {
        while (!waiting.isEmpty() && waiting.peek().delivery().arrivalMillis() < untilMillis) {
            waiting.poll().delivery().to(sink);
        }
    }
}
