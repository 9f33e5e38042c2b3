package io.huihui.simulator.price;

import io.huihui.simulator.random.Draws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The planned episodes of one kind in one session: in order, never overlapping. */
public final class Windows {

    private final List<Window> windows;
    private int upcoming;
    private Window active;

    private Windows(List<Window> windows) {
        this.windows = windows;
    }

    /**
     * Returns a Poisson number of episodes between two instants; of two that overlap the later one
     * is dropped.
     *
     * @param meanCount expected number before overlaps are dropped
     */
    public static Windows plan(
            Draws draws,
            double meanCount,
            long shortestMillis,
            long longestMillis,
            long fromMillis,
            long untilMillis) {
        List<Window> drawn = new ArrayList<>();
        int count = draws.poisson(meanCount);
        for (int i = 0; i < count; i++) {
            long length =
                    shortestMillis + seconds(draws.uniform() * (longestMillis - shortestMillis));
            long start = fromMillis + seconds(draws.uniform() * (untilMillis - fromMillis));
            drawn.add(new Window(start, start + length, draws.sign(), draws.uniform()));
        }
        drawn.sort(Comparator.comparingLong(Window::startMillis));
        List<Window> kept = new ArrayList<>();
        long free = fromMillis;
        for (Window window : drawn) {
            if (window.startMillis() >= free && window.endMillis() <= untilMillis) {
                kept.add(window);
                free = window.endMillis();
            }
        }
        return new Windows(kept);
    }

    private static long seconds(double millis) {
        return 1_000 * (long) (millis / 1_000);
    }

    /** Returns the episode that starts at or before {@code nowMillis} and was not yet returned. */
    public Window starting(long nowMillis) {
        if (active != null && nowMillis >= active.endMillis()) {
            active = null;
        }
        if (upcoming == windows.size() || windows.get(upcoming).startMillis() > nowMillis) {
            return null;
        }
        active = windows.get(upcoming++);
        return active;
    }

    /** Returns the episode that is on, or null; call {@link #starting} once per tick before. */
    public Window active() {
        return active;
    }
}
