package io.huihui.benchmarks.evaluate.regime;

import io.huihui.simulator.truth.StateSwitch;

import java.util.List;

/**
 * Flips beside true switches. A flip finds a switch when it leads to the same condition and comes
 * within a time after it, or up to five seconds before; each flip finds one switch, each switch is
 * found once.
 */
final class SwitchScore {

    /** "At once": within 5 ticks of a second. */
    static final long AT_ONCE_MILLIS = 5_000;

    static final long MINUTE_MILLIS = 60_000;

    /** A flip that follows no switch within 5 minutes is a false alarm, not a late one. */
    static final long LATE_MILLIS = 300_000;

    private int switches;
    private int found;
    private int flips;
    private double hours;

    /** Adds the flips of one recording, in order of time. */
    void add(List<Watched.Flip> seen, List<StateSwitch> truth, long withinMillis, double ofHours) {
        List<Watched.Flip> planted =
                truth.stream()
                        .map(c -> new Watched.Flip(c.eventTimeMillis(), c.to().ordinal()))
                        .toList();
        addFlips(seen, planted, withinMillis, ofHours);
    }

    /** The same with true switches of another kind. */
    void addFlips(
            List<Watched.Flip> seen, List<Watched.Flip> truth, long withinMillis, double ofHours) {
        boolean[] used = new boolean[seen.size()];
        for (Watched.Flip change : truth) {
            long at = change.millis();
            for (int i = 0; i < seen.size(); i++) {
                Watched.Flip flip = seen.get(i);
                if (!used[i]
                        && flip.to() == change.to()
                        && flip.millis() > at - AT_ONCE_MILLIS
                        && flip.millis() <= at + withinMillis) {
                    used[i] = true;
                    found++;
                    break;
                }
            }
        }
        switches += truth.size();
        flips += seen.size();
        hours += ofHours;
    }

    double recall() {
        return switches == 0 ? Double.NaN : found / (double) switches;
    }

    double precision() {
        return flips == 0 ? Double.NaN : found / (double) flips;
    }

    double falsePerHour() {
        return (flips - found) / hours;
    }

    int switches() {
        return switches;
    }
}
