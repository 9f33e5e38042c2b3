package io.huihui.console.market;

import io.huihui.console.view.Bin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long things took, counted in steps of 1, 2, 5, 10, ... milliseconds. */
public final class Latencies {

    private static final long[] BOUNDS = {
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000
    };

    private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);

    /** Counts one; a negative time, of clocks that differ, counts as the shortest. */
    public void add(long millis) {
        int step = 0;
        while (step < BOUNDS.length && millis > BOUNDS[step]) {
            step++;
        }
        counts.incrementAndGet(step);
    }

    /** Returns the counts, shortest first; the last step has no bound. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int step = 0; step <= BOUNDS.length; step++) {
            bins.add(new Bin(step < BOUNDS.length ? BOUNDS[step] : null, counts.get(step)));
        }
        return bins;
    }
}
