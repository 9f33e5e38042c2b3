package io.huihui.models.expert.regime.forecast;

import io.huihui.models.event.MacroRelease;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every macro figure that was fed, announced or released, with what of it was known at any time. A
 * record may come before its event time: it is not known until then, so whoever asks at an earlier
 * time is told nothing of it.
 */
public final class MacroFigures {

    /** A record without effect is kept so long all the same: snapshots may be late. */
    private static final long GRACE_MILLIS = 60 * 60_000L;

    private static final Comparator<MacroRelease> BY_TIME =
            Comparator.comparingLong(MacroRelease::eventTimeMillis)
                    .thenComparing(MacroRelease::source)
                    .thenComparingLong(MacroRelease::sequence)
                    .thenComparing(MacroRelease::seriesId);

    /** By time of release: the announcement that was known first. */
    private final NavigableMap<Long, MacroRelease> announced = new TreeMap<>();

    private final TreeSet<MacroRelease> released = new TreeSet<>(BY_TIME);

    /** Takes a record, in any order. */
    public void add(MacroRelease release) {
        if (release.actual() == null) {
            announced.merge(
                    release.releaseTimeMillis(),
                    release,
                    (one, other) -> BY_TIME.compare(one, other) <= 0 ? one : other);
        } else {
            released.add(release);
        }
    }

    /**
     * Returns what a forecaster has to be told before a second that ends at this time: the figure
     * due next and the last one released, as far as they were known. The last comes last.
     */
    public List<MacroRelease> knownAt(long secondEndMillis) {
        List<MacroRelease> known = new ArrayList<>();
        for (Map.Entry<Long, MacroRelease> due :
                announced.tailMap(secondEndMillis, false).entrySet()) {
            if (due.getValue().eventTimeMillis() < secondEndMillis) {
                known.add(due.getValue());
                break;
            }
        }
        MacroRelease last = null;
        for (MacroRelease release : released.descendingSet()) {
            if (release.eventTimeMillis() < secondEndMillis) {
                last = release;
                break;
            }
        }
        if (last != null && matters(last, secondEndMillis)) {
            known.add(last);
        }
        return known;
    }

    /** Returns whether a record can have an effect at this time or later. */
    public static boolean matters(MacroRelease release, long millis) {
        long until =
                release.actual() == null
                        ? release.releaseTimeMillis()
                        : release.eventTimeMillis() + MacroModel.WORKS_MILLIS;
        return until + GRACE_MILLIS >= millis;
    }
}
