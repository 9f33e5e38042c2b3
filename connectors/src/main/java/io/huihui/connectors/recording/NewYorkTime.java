package io.huihui.connectors.recording;

import io.huihui.models.Require;
import io.huihui.models.calendar.TradingCalendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of recordings: wall time in New York unless an offset is written. */
final class NewYorkTime {

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final int AMERICAN_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;

    private NewYorkTime() {}

    /** Returns the instant at which the date begins in New York. */
    static long midnight(LocalDate date) {
        return date.atStartOfDay(TradingCalendar.NEW_YORK).toInstant().toEpochMilli();
    }

    /**
     * Returns the date in {@code 2019-04-25} or {@code 04/25/2019}.
     *
     * @throws io.huihui.models.InvalidRecordException when it is neither
     */
    static LocalDate date(String field, String text) {
        try {
            return text.length() == AMERICAN_LENGTH && text.charAt(2) == '/'
                    ? LocalDate.parse(text, AMERICAN)
                    : LocalDate.parse(text);
        } catch (DateTimeException unusable) {
            throw Require.violated("a date for " + field, field + "=" + text);
        }
    }

    /**
     * Returns the instant in {@code 2024-02-20 04:00:00} or the same with an offset.
     *
     * @throws io.huihui.models.InvalidRecordException when it is neither
     */
    static long instant(String field, String text) {
        try {
            String iso = text.trim().replace(' ', 'T');
            return iso.length() <= SECONDS_LENGTH
                    ? LocalDateTime.parse(iso)
                            .atZone(TradingCalendar.NEW_YORK)
                            .toInstant()
                            .toEpochMilli()
                    : OffsetDateTime.parse(iso).toInstant().toEpochMilli();
        } catch (DateTimeException unusable) {
            throw Require.violated("a time for " + field, field + "=" + text);
        }
    }
}
