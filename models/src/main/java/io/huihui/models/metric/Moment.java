package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.calendar.TradingCalendar;

/**
 * The end of one event-time second and what the calendar says about that second.
 *
 * @param endMillis end of the second, exclusive
 * @param date New York date, epoch day
 * @param session session in which the second lies
 * @param slot 15-minute slot of the session, -1 outside
 */
public record Moment(long endMillis, long date, Session session, int slot) {

    /** How far late data may correct. */
    public static final int CORRECTION_SECONDS = 90;

    /** Robust windows and sketches take one sample per this time: 360 an hour. */
    static final long SAMPLE_MILLIS = 10_000L;

    /** Seasonal windows take one sample per this time: 5 in a slot of 15 minutes. */
    static final long SEASONAL_SAMPLE_MILLIS = 180_000L;

    static final long SECOND_MILLIS = 1000L;

    static final long MINUTE_MILLIS = 60_000L;

    public static Moment at(long endMillis) {
        TradingCalendar calendar = TradingCalendar.newYork();
        long inside = endMillis - 1;
        return new Moment(
                endMillis, calendar.date(inside), calendar.session(inside), calendar.slot(inside));
    }

    /** Returns the number of the second: its end in seconds since the epoch. */
    long second() {
        return endMillis / SECOND_MILLIS;
    }

    boolean isOpen() {
        return session != Session.CLOSED;
    }

    boolean isSample() {
        return endMillis % SAMPLE_MILLIS == 0;
    }

    boolean isSeasonalSample() {
        return slot >= 0 && endMillis % SEASONAL_SAMPLE_MILLIS == 0;
    }

    boolean isWholeMinute() {
        return endMillis % MINUTE_MILLIS == 0;
    }
}
