package io.huihui.connectors.recording;

import io.huihui.models.Require;
import io.huihui.models.calendar.TradingCalendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When contracts of a class end, for providers that give a date. */
public final class OptionExpiries {

    /**
     * Index classes that settle at the opening of their expiry day. Their contracts are priced to
     * the open; those of every other class trade and are priced to the close.
     */
    private static final Set<String> SETTLED_AT_THE_OPEN = Set.of("SPX", "NDX", "RUT", "DJX");

    /** Root, date and right begin a contract's symbol; some providers put a point before. */
    private static final Pattern BEGINNING = Pattern.compile("\\.?([A-Z][A-Z0-9./]*?)\\d{6}[CP].*");

    private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

    private OptionExpiries() {}

    /**
     * Returns the instant at which trading in contracts of a root ends. An expiry on a day without
     * trading (a Saturday of old, a holiday) ends the day before.
     */
    public static long millis(String root, LocalDate expiry) {
        long day = expiry.toEpochDay();
        long date = CALENDAR.isTradingDay(day) ? day : CALENDAR.previousTradingDate(day);
        return SETTLED_AT_THE_OPEN.contains(root)
                ? CALENDAR.openMillis(date)
                : CALENDAR.closeMillis(date);
    }

    /**
     * Returns the class root in a contract's symbol, as {@code SPXW} in {@code SPXW260116C05000000}
     * and in {@code .SPXW260116C5000}.
     *
     * @throws io.huihui.models.InvalidRecordException when there is none
     */
    public static String root(String symbol) {
        Matcher matcher = BEGINNING.matcher(String.valueOf(symbol));
        Require.that(
                matcher.matches(),
                "a contract symbol like SPXW260116C05000000",
                () -> "symbol=" + symbol);
        return matcher.group(1);
    }
}
