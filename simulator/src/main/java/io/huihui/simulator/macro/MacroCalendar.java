package io.huihui.simulator.macro;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.simulator.Clock;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The macro releases of a week, drawn from the seed and the week alone. */
public final class MacroCalendar {

    /** Surprises are a little larger than the surveys' usual miss. */
    private static final double SURPRISE_DEVIATION = 1.2;

    private static final int DAYS_PER_WEEK = 7;

    /** Epoch day 0 was a Thursday: three days after a Monday. */
    private static final int MONDAY_OFFSET = 3;

    private static final int MINUTES_TO_OPEN = 9 * 60 + 30;

    private final long seed;
    private final int releasesPerWeek;

    public MacroCalendar(long seed, int releasesPerWeek) {
        this.seed = seed;
        this.releasesPerWeek = releasesPerWeek;
    }

    /**
     * Returns the releases of the week that holds {@code day}, in order; at most one per session.
     */
    public List<PlannedRelease> week(long day) {
        long monday = day - Math.floorMod(day + MONDAY_OFFSET, DAYS_PER_WEEK);
        Draws draws = Draws.of(seed, Stream.MACRO, "", monday);
        List<Long> days = new ArrayList<>();
        for (long date = monday; date < monday + DAYS_PER_WEEK; date++) {
            if (TradingCalendar.newYork().isTradingDay(date)) {
                days.add(date);
            }
        }
        List<PlannedRelease> releases = new ArrayList<>();
        while (releases.size() < releasesPerWeek && !days.isEmpty()) {
            releases.add(draw(days.remove(draws.below(days.size())), draws));
        }
        releases.sort(Comparator.comparingLong(PlannedRelease::releaseTimeMillis));
        return releases;
    }

    /** Returns whether a date is the first trading day of its week. */
    public static boolean opensWeek(long day) {
        long before = TradingCalendar.newYork().previousTradingDate(day);
        return Math.floorMod(day + MONDAY_OFFSET, DAYS_PER_WEEK)
                < Math.floorMod(before + MONDAY_OFFSET, DAYS_PER_WEEK);
    }

    private static PlannedRelease draw(long day, Draws draws) {
        MacroSeries[] all = MacroSeries.values();
        MacroSeries series = all[draws.below(all.length)];
        TradingCalendar calendar = TradingCalendar.newYork();
        long release =
                calendar.openMillis(day)
                        + (series.minuteOfDay() - MINUTES_TO_OPEN) * Clock.MINUTE_MILLIS;
        // On a half day a 14:00 figure comes out in the last minute of trading instead.
        release = Math.min(release, calendar.closeMillis(day) - Clock.MINUTE_MILLIS);
        double prior = series.level() + series.spread() * draws.gaussian();
        double consensus = prior + series.usualMiss() * draws.gaussian();
        double z = SURPRISE_DEVIATION * draws.gaussian();
        return new PlannedRelease(
                series.name(),
                day,
                release,
                prior,
                consensus,
                consensus + z * series.usualMiss(),
                z);
    }
}
