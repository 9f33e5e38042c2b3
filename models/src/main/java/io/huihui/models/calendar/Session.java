package io.huihui.models.calendar;

/** Part of the regular trading day (New York). Boundaries in {@link TradingCalendar#session}. */
public enum Session {
    /** Outside regular hours, or no trading day. */
    CLOSED,
    /** 09:30-10:15. */
    OPENING_RUSH,
    /** 10:15-12:00. */
    MORNING,
    /** 12:00-13:30. */
    LUNCH_LULL,
    /** 13:30-15:00. */
    AFTERNOON,
    /** The last hour but its last ten minutes: 15:00-15:50, on half days 12:00-12:50. */
    POWER_HOUR,
    /** The last ten minutes before the close. */
    EOD_AUCTION;

    private static final int COUNT = values().length;

    /** How many sessions there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
