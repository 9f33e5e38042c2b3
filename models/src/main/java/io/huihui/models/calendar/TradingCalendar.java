package io.huihui.models.calendar;

import io.huihui.models.Require;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Trading days and sessions of the New York Stock Exchange. Instants are milliseconds since the
 * epoch, UTC; a trading date is an epoch day of the New York calendar. Every look-up is a few array
 * reads, so it may stand on the hot path.
 */
public final class TradingCalendar {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Length of a seasonal slot: "same time of day" means the same 15 minutes of the session. */
    public static final int SLOT_MINUTES = 15;

    /** Slots of a full session of 6.5 hours. */
    public static final int SLOTS_PER_DAY = 26;

    /** Days of a year in time to expiry: ACT/365, with the fraction of the day. */
    public static final double DAYS_PER_YEAR = 365.0;

    public static final long DAY_MILLIS = 86_400_000L;

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime HALF_DAY_CLOSE = LocalTime.of(13, 0);
    private static final long MINUTE_MILLIS = 60_000L;
    private static final long RUSH_ENDS = 45 * MINUTE_MILLIS;
    private static final long MORNING_ENDS = 150 * MINUTE_MILLIS;
    private static final long LULL_ENDS = 240 * MINUTE_MILLIS;
    private static final long LAST_HOUR = 60 * MINUTE_MILLIS;
    private static final long AUCTION = 10 * MINUTE_MILLIS;

    /** The range of times that events may have; see the checks of the event records. */
    private static final int FIRST_YEAR = 1969;

    private static final int LAST_YEAR = 2100;

    /** West of Greenwich, New York's standard time; the first guess of a date. */
    private static final long STANDARD_OFFSET = 5 * 60 * MINUTE_MILLIS;

    private static final TradingCalendar INSTANCE = new TradingCalendar();

    private final long firstDay;
    private final long[] midnights;
    private final long[] opens;
    private final long[] closes;

    private TradingCalendar() {
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        int days = (int) (LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() - first.toEpochDay());
        firstDay = first.toEpochDay();
        midnights = new long[days];
        opens = new long[days];
        closes = new long[days];
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            midnights[day] = millis(date, LocalTime.MIDNIGHT);
            if (NewYorkHolidays.isTradingDay(date)) {
                opens[day] = millis(date, OPEN);
                closes[day] =
                        millis(date, NewYorkHolidays.isHalfDay(date) ? HALF_DAY_CLOSE : CLOSE);
            }
        }
    }

    /** Returns the calendar of the New York Stock Exchange. */
    public static TradingCalendar newYork() {
        return INSTANCE;
    }

    /** Returns the New York date of an instant, as an epoch day; also on days without trading. */
    public long date(long millis) {
        int day = (int) (Math.floorDiv(millis - STANDARD_OFFSET, DAY_MILLIS) - firstDay);
        Require.that(
                day >= 0 && day < midnights.length - 1,
                "a time between " + FIRST_YEAR + " and " + LAST_YEAR,
                () -> "millis=" + millis);
        // The guess is one day early in the last hour of a summer-time day's eve.
        return firstDay + (millis >= midnights[day + 1] ? day + 1 : day);
    }

    /** Returns whether the exchange opens on this epoch day. */
    public boolean isTradingDay(long date) {
        return closes[index(date)] != 0;
    }

    /** Returns whether trading ends at 13:00 on this epoch day. */
    public boolean isHalfDay(long date) {
        int day = index(date);
        return closes[day] != 0 && closes[day] - opens[day] < LULL_ENDS;
    }

    /**
     * Returns the instant at which trading starts.
     *
     * @throws io.huihui.models.InvalidRecordException when it is no trading day
     */
    public long openMillis(long date) {
        return opens[tradingIndex(date)];
    }

    /**
     * Returns the instant at which trading ends: 16:00, on half days 13:00.
     *
     * @throws io.huihui.models.InvalidRecordException when it is no trading day
     */
    public long closeMillis(long date) {
        return closes[tradingIndex(date)];
    }

    /**
     * Returns whether regular trading is on: from the open (inclusive) to the close (exclusive).
     */
    public boolean isOpen(long millis) {
        int day = index(date(millis));
        return millis >= opens[day] && millis < closes[day];
    }

    /** Returns the first trading date after this epoch day. */
    public long nextTradingDate(long date) {
        long next = date + 1;
        while (!isTradingDay(next)) {
            next++;
        }
        return next;
    }

    /** Returns the last trading date before this epoch day. */
    public long previousTradingDate(long date) {
        long previous = date - 1;
        while (!isTradingDay(previous)) {
            previous--;
        }
        return previous;
    }

    /**
     * Returns the session of an instant. The last hour before the close is POWER_HOUR and its last
     * ten minutes EOD_AUCTION, on half days too; the others go by the clock.
     */
    public Session session(long millis) {
        if (!isOpen(millis)) {
            return Session.CLOSED;
        }
        int day = index(date(millis));
        long sinceOpen = millis - opens[day];
        long untilClose = closes[day] - millis;
        if (untilClose <= LAST_HOUR) {
            return untilClose <= AUCTION ? Session.EOD_AUCTION : Session.POWER_HOUR;
        }
        if (sinceOpen < RUSH_ENDS) {
            return Session.OPENING_RUSH;
        }
        if (sinceOpen < MORNING_ENDS) {
            return Session.MORNING;
        }
        return sinceOpen < LULL_ENDS ? Session.LUNCH_LULL : Session.AFTERNOON;
    }

    /**
     * Returns the share of the regular session elapsed: 0 before the open, 1 from the close on; 0
     * all day when there is no trading.
     */
    public double sessionElapsed(long millis) {
        int day = index(date(millis));
        if (millis <= opens[day] || closes[day] == 0) {
            return 0;
        }
        return millis >= closes[day]
                ? 1
                : (millis - opens[day]) / (double) (closes[day] - opens[day]);
    }

    /** Returns the 15-minute slot of the session, 0 to 25, or -1 outside regular hours. */
    public int slot(long millis) {
        if (!isOpen(millis)) {
            return -1;
        }
        return (int) ((millis - opens[index(date(millis))]) / (SLOT_MINUTES * MINUTE_MILLIS));
    }

    /**
     * Returns calendar days between the trading date of {@code millis} and that of the expiry: 0
     * for a contract that expires today, negative once it has expired on an earlier date.
     */
    public int daysToExpiry(long millis, long expiryMillis) {
        return (int) (date(expiryMillis) - date(millis));
    }

    /** Returns (expiry - now) in years of 365 days, with the fraction of the day; below 0 after. */
    public static double yearsToExpiry(long millis, long expiryMillis) {
        return (expiryMillis - millis) / (DAYS_PER_YEAR * DAY_MILLIS);
    }

    private int index(long date) {
        long day = date - firstDay;
        Require.that(
                day >= 0 && day < midnights.length,
                "a date between " + FIRST_YEAR + " and " + LAST_YEAR,
                () -> "epoch day " + date);
        return (int) day;
    }

    private int tradingIndex(long date) {
        int day = index(date);
        Require.that(
                closes[day] != 0,
                "a trading day",
                () -> LocalDate.ofEpochDay(date) + " without trading");
        return day;
    }

    private static long millis(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
