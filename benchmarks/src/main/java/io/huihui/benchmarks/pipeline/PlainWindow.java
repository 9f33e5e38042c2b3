package io.huihui.benchmarks.pipeline;

import java.util.ArrayDeque;

/** The sum over a trailing window the obvious way: a queue of what is in it and a running sum. */
final class PlainWindow {

    private final int seconds;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private double sum;

    private record Entry(Long second, Double value) {}

    PlainWindow(int seconds) {
        this.seconds = seconds;
    }

    /** Returns one window for each length. */
    static PlainWindow[] ofLengths(int... seconds) {
        PlainWindow[] windows = new PlainWindow[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            windows[i] = new PlainWindow(seconds[i]);
        }
        return windows;
    }

    static void addToAll(PlainWindow[] windows, long second, double value) {
        for (PlainWindow window : windows) {
            window.entries.add(new Entry(second, value));
            window.sum += value;
        }
    }

    static void evictAll(PlainWindow[] windows, long now) {
        for (PlainWindow window : windows) {
            window.evict(now);
        }
    }

    private void evict(long now) {
        while (!entries.isEmpty() && entries.peek().second <= now - seconds) {
            sum -= entries.poll().value;
        }
        if (entries.isEmpty()) {
            sum = 0; // what rounding has left of numbers that are gone
        }
    }

    double sum() {
        return sum;
    }
}
