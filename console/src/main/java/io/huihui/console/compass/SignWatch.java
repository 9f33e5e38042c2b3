package io.huihui.console.compass;

import io.huihui.console.view.CompassAlert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The signs of one symbol's compass: which stand, and which of the last came and went. All times
 * are event time, so that the same snapshots give the same alerts.
 */
final class SignWatch {

    /** A sign that has ended does not begin anew before that. */
    static final long DEBOUNCE_MILLIS = 60_000;

    /** Alerts that are kept. */
    static final int MOST_ALERTS = 100;

    private static final List<CompassSign> SIGNS = CompassSign.ALL;

    private final boolean[] stands = new boolean[SIGNS.size()];
    private final long[] beganMillis = new long[SIGNS.size()];
    private final long[] endedMillis = new long[SIGNS.size()];

    /** Those that have ended, newest first. */
    private final Deque<CompassAlert> ended = new ArrayDeque<>();

    /** Looks at a compass as of a second. */
    void look(long secondEndMillis, CompassSign.Sight sight) {
        for (int i = 0; i < stands.length; i++) {
            double margin = SIGNS.get(i).margin(sight);
            if (stands[i]) {
                // Written so that a sign whose margin is missing ends.
                if (!(margin > -CompassSign.HYSTERESIS)) {
                    end(i, secondEndMillis);
                }
            } else if (margin > 0 && rested(i, secondEndMillis)) {
                stands[i] = true;
                beganMillis[i] = secondEndMillis;
            }
        }
    }

    private boolean rested(int sign, long secondEndMillis) {
        return endedMillis[sign] == 0 || secondEndMillis - endedMillis[sign] >= DEBOUNCE_MILLIS;
    }

    private void end(int sign, long secondEndMillis) {
        stands[sign] = false;
        endedMillis[sign] = secondEndMillis;
        ended.addFirst(alert(sign, secondEndMillis));
        if (ended.size() > MOST_ALERTS) {
            ended.removeLast();
        }
    }

    private CompassAlert alert(int sign, Long end) {
        return new CompassAlert(sign, beganMillis[sign], end);
    }

    /** Returns the signs that stand, bit i for sign i. */
    int standing() {
        int bits = 0;
        for (int i = 0; i < stands.length; i++) {
            bits |= stands[i] ? 1 << i : 0;
        }
        return bits;
    }

    /**
     * Returns the last alerts: those that stand, by their place, then those that ended, newest
     * first.
     */
    List<CompassAlert> alerts() {
        Deque<CompassAlert> alerts = new ArrayDeque<>();
        for (int i = 0; i < stands.length; i++) {
            if (stands[i]) {
                alerts.add(alert(i, null));
            }
        }
        for (Iterator<CompassAlert> each = ended.iterator();
                each.hasNext() && alerts.size() < MOST_ALERTS; ) {
            alerts.add(each.next());
        }
        return List.copyOf(alerts);
    }
}
