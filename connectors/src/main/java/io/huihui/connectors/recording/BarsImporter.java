package io.huihui.connectors.recording;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Bar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Bars of one minute, one file per symbol, newest or oldest first. A bar's event time is the end of
 * its minute. Some providers stamp the start of the minute and some the end; which it is follows
 * from the first and last stamps of the days in the file.
 */
public final class BarsImporter implements RecordingImporter {

    private static final String SOURCE = "bars-csv";
    private static final int INTERVAL_SECONDS = 60;
    private static final long INTERVAL_MILLIS = INTERVAL_SECONDS * 1_000L;

    /** Extended and regular sessions begin at these; only a start can be stamped so. */
    private static final Set<LocalTime> FIRST_STARTS =
            Set.of(LocalTime.of(4, 0), LocalTime.of(9, 30));

    /** Sessions end at these (indices at 16:15); only an end can be stamped so. */
    private static final Set<LocalTime> LAST_ENDS =
            Set.of(LocalTime.of(16, 0), LocalTime.of(16, 15), LocalTime.of(20, 0));

    @Override
    public String format() {
        return "bars-csv";
    }

    @Override
    public String description() {
        return "SYMBOL_....csv files with the columns datetime or date, open, high, low, close,"
                + " volume";
    }

    @Override
    public void read(Path source, ImportTarget target, Progress progress) throws IOException {
        List<Path> files =
                RecordingFiles.of(
                        source, name -> name.endsWith(".csv"), "bars as SYMBOL_....csv files");
        for (Path file : files) {
            file(file, target, progress);
        }
    }

    /** One row as it stands: the stamp is not yet the end of the bar. */
    private record Row(
            long stamp, double open, double high, double low, double close, double volume) {}

    private static void file(Path file, ImportTarget target, Progress progress) throws IOException {
        List<Row> rows = rows(file, target, progress);
        rows.sort(Comparator.comparingLong(Row::stamp));
        long shift = stampsStarts(file, rows) ? INTERVAL_MILLIS : 0;
        String symbol = symbol(file);
        long sequence = 0;
        for (Row row : rows) {
            sequence++;
            try {
                target.write(
                        new Bar(
                                symbol,
                                row.stamp + shift,
                                SOURCE,
                                sequence,
                                INTERVAL_SECONDS,
                                row.open,
                                row.high,
                                row.low,
                                row.close,
                                row.volume));
            } catch (InvalidRecordException refused) {
                target.reject(file, 0, refused.getMessage(), row.toString());
            }
        }
    }

    private static String symbol(Path file) {
        String name = file.getFileName().toString();
        int end = name.indexOf('_');
        if (end <= 0) {
            throw new UnusableRecordingException(
                    "need a file named SYMBOL_....csv, was " + name + "; rename it");
        }
        return name.substring(0, end).toUpperCase(Locale.ROOT);
    }

    private static List<Row> rows(Path file, ImportTarget target, Progress progress)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file)) {
            List<String> header = csv.next();
            if (header == null) {
                return rows;
            }
            CsvColumns columns = new CsvColumns(header);
            int[] places = {
                columns.require("datetime", "date"),
                columns.require("open"),
                columns.require("high"),
                columns.require("low"),
                columns.require("close"),
                columns.require("volume")
            };
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                try {
                    rows.add(row(row, places));
                } catch (InvalidRecordException refused) {
                    target.reject(file, csv.line(), refused.getMessage(), csv.row());
                }
                progress.at(file, csv.line());
            }
        }
        return rows;
    }

    private static Row row(List<String> row, int[] places) {
        return new Row(
                NewYorkTime.instant("datetime", CsvColumns.field(row, places[0])),
                ProviderNumber.parse("open", CsvColumns.field(row, places[1])),
                ProviderNumber.parse("high", CsvColumns.field(row, places[2])),
                ProviderNumber.parse("low", CsvColumns.field(row, places[3])),
                ProviderNumber.parse("close", CsvColumns.field(row, places[4])),
                ProviderNumber.parse("volume", CsvColumns.field(row, places[5])));
    }

    private static boolean stampsStarts(Path file, List<Row> rows) {
        LocalTime first = LocalTime.MAX;
        LocalTime last = LocalTime.MIN;
        for (Row row : rows) {
            LocalTime time =
                    Instant.ofEpochMilli(row.stamp).atZone(TradingCalendar.NEW_YORK).toLocalTime();
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
        }
        if (FIRST_STARTS.contains(first)) {
            return true;
        }
        if (rows.isEmpty() || LAST_ENDS.contains(last)) {
            return false;
        }
        throw new UnusableRecordingException(
                "need bars whose days begin at 04:00 or 09:30 (stamped at their start) or end at"
                        + " 16:00, 16:15 or 20:00 (stamped at their end), was "
                        + first
                        + " to "
                        + last
                        + " in "
                        + file);
    }
}
