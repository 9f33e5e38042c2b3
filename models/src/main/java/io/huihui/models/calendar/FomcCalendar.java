package io.huihui.models.calendar;

import io.huihui.models.Require;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/**
 * The days on which the Federal Open Market Committee announces its decision, as the user lists
 * them: they are published a year or two ahead and no rule gives them.
 */
public final class FomcCalendar {

    /** The statement is released at 14:00 in New York, four and a half hours after the open. */
    private static final long AFTER_OPEN_MILLIS = 270L * 60_000;

    private final long[] dates;

    private FomcCalendar(long[] dates) {
        this.dates = dates;
    }

    /**
     * @param isoDates e.g. {@code 2026-12-09}, any order
     * @throws io.huihui.models.InvalidRecordException naming one that is no trading day
     */
    public static FomcCalendar of(List<String> isoDates) {
        return new FomcCalendar(isoDates.stream().mapToLong(FomcCalendar::date).sorted().toArray());
    }

    private static long date(String iso) {
        try {
            long date = LocalDate.parse(iso).toEpochDay();
            Require.that(
                    TradingCalendar.newYork().isTradingDay(date),
                    "FOMC dates that are trading days",
                    iso);
            return date;
        } catch (DateTimeParseException e) {
            throw Require.violated("FOMC dates such as 2026-12-09", iso);
        }
    }

    /** Returns the date of the first decision on or after a date, epoch day; -1 when none. */
    public long nextDecision(long date) {
        int place = Arrays.binarySearch(dates, date);
        place = place < 0 ? -place - 1 : place;
        return place == dates.length ? -1 : dates[place];
    }

    /** Returns the instant of the decision on a date. */
    public static long decisionMillis(long date) {
        return TradingCalendar.newYork().openMillis(date) + AFTER_OPEN_MILLIS;
    }

    /** Returns how many sessions after {@code from} the session of {@code to} is; 0 = the same. */
    public static int sessionsBetween(long from, long to) {
        int sessions = 0;
        for (long date = from; date < to; date = TradingCalendar.newYork().nextTradingDate(date)) {
            sessions++;
        }
        return sessions;
    }
}
