package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Horizon;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.truth.StateSwitch;

/**
 * How often the end of a condition is announced in the 15 minutes before it, apart for those
 * switches that a precursor announces and those that nothing does; and how often an announcement is
 * on in the 15 minutes before any moment at all, which is what a switch without precursor may
 * expect.
 */
final class EarlyScore {

    private static final Horizon HORIZON = Horizon.MINUTES_15;
    private static final int SECONDS = HORIZON.minutes() * 60;

    /** An alarm ends when the probability falls this far below the threshold. */
    private static final double HYSTERESIS = 0.05;

    private int announced;
    private int announcedFound;
    private int unannounced;
    private int unannouncedFound;
    private int moments;
    private int momentsFound;
    private int falseAlarms;
    private int alarms;
    private double hours;

    void add(Watched watched, double threshold) {
        float[] probability = watched.leaving()[HORIZON.ordinal()];
        // Last second up to t at which the alarm was on.
        int[] lastOn = new int[probability.length];
        int last = -1;
        boolean on = false;
        int onset = -1;
        for (int t = 0; t < probability.length; t++) {
            boolean before = on;
            on = probability[t] >= (on ? threshold - HYSTERESIS : threshold);
            if (on && !before) {
                onset = t;
            }
            if ((before && !on) || (on && t == probability.length - 1)) {
                alarms++;
                falseAlarms += isFalse(watched, onset, t) ? 1 : 0;
            }
            last = on ? t : last;
            lastOn[t] = last;
            if (t >= SECONDS && t % 60 == 0) {
                moments++;
                momentsFound += t - last <= SECONDS ? 1 : 0;
            }
        }
        for (StateSwitch change : watched.labels().switches()) {
            int at = Labels.second(watched.recording(), change.eventTimeMillis()) - 1;
            boolean early = at >= 0 && lastOn[at] >= 0 && at - lastOn[at] <= SECONDS;
            if (change.precursor() == Precursor.NONE) {
                unannounced++;
                unannouncedFound += early ? 1 : 0;
            } else {
                announced++;
                announcedFound += early ? 1 : 0;
            }
        }
        hours += watched.hours();
    }

    /** No switch from its onset until 15 minutes after its end; one cut off by the close is not. */
    private static boolean isFalse(Watched watched, int onset, int end) {
        if (end + SECONDS >= watched.likeliest().length) {
            return false;
        }
        long from = watched.recording().endMillis(onset);
        long until = watched.recording().endMillis(end) + HORIZON.millis();
        return watched.labels().switches().stream()
                .noneMatch(c -> c.eventTimeMillis() >= from && c.eventTimeMillis() <= until);
    }

    double announced() {
        return announcedFound / (double) announced;
    }

    double unannounced() {
        return unannouncedFound / (double) unannounced;
    }

    double baseRate() {
        return momentsFound / (double) moments;
    }

    double falsePerHour() {
        return falseAlarms / hours;
    }

    double precision() {
        return 1 - falseAlarms / (double) Math.max(1, alarms);
    }
}
