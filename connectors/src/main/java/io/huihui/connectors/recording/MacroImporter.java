package io.huihui.connectors.recording;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.event.MacroRelease;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Macro series as FRED hands them out: one file per series, the date of the observed period and the
 * value as last revised. The file does not say when a figure became known, and the observed period
 * begins weeks before that; so a figure counts as released at a time by which every series of its
 * frequency has been, later rather than earlier. First prints differ from revised values: do not
 * read a surprise out of these.
 */
public final class MacroImporter implements RecordingImporter {

    private static final String SOURCE = "fred";
    private static final Set<String> NOT_SERIES = Set.of("metadata.csv", "series_coverage.csv");

    /** Yields of a day are published in the afternoon of the next. */
    private static final int DAILY_LAG_DAYS = 1;

    /** Weekly figures carry the week's last day and follow within the next week. */
    private static final int WEEKLY_LAG_DAYS = 7;

    /** House prices, the slowest monthly series, follow two months after the month's end. */
    private static final int MONTHLY_LAG_DAYS = 31 + 61;

    /** The third estimate of output follows three months after the quarter's end. */
    private static final int QUARTERLY_LAG_DAYS = 92 + 92;

    private static final int LONGEST_DAILY_GAP = 5;
    private static final int LONGEST_WEEKLY_GAP = 14;
    private static final int LONGEST_MONTHLY_GAP = 62;

    /** Evening in New York, after every release of the day. */
    private static final long EVENING_MILLIS = 18 * 3_600_000L;

    @Override
    public String format() {
        return "macro-csv";
    }

    @Override
    public String description() {
        return "SERIES.csv files with the columns date, value";
    }

    @Override
    public void read(Path source, ImportTarget target, Progress progress) throws IOException {
        List<Path> files =
                RecordingFiles.of(
                        source,
                        name -> name.matches("[A-Z0-9]+\\.csv") && !NOT_SERIES.contains(name),
                        "SERIES.csv files");
        for (Path file : files) {
            file(file, target, progress);
        }
    }

    private record Row(LocalDate date, double value) {}

    private static void file(Path file, ImportTarget target, Progress progress) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file)) {
            List<String> header = csv.next();
            if (header == null || new CsvColumns(header).find("value") != 1) {
                target.reject(file, 1, "need the columns date, value", csv.row());
                return;
            }
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                read(row, rows, csv, file, target);
                progress.at(file, csv.line());
            }
        }
        String series = file.getFileName().toString().replaceFirst("\\.csv$", "");
        int lagDays = lagDays(rows);
        for (int index = 0; index < rows.size(); index++) {
            target.write(Topics.MACRO, release(series, index, rows, lagDays));
        }
    }

    /** A day on which a market was shut has no value; that is no mistake. */
    private static void read(
            List<String> row, List<Row> rows, CsvReader csv, Path file, ImportTarget target)
            throws IOException {
        try {
            String value = CsvColumns.field(row, 1).trim();
            if (value.isEmpty() || value.equals(".")) {
                target.empty();
                return;
            }
            rows.add(
                    new Row(
                            NewYorkTime.date("date", CsvColumns.field(row, 0).trim()),
                            ProviderNumber.parse("value", value)));
        } catch (InvalidRecordException refused) {
            target.reject(file, csv.line(), refused.getMessage(), csv.row());
        }
    }

    private static int lagDays(List<Row> rows) {
        long[] gaps = new long[Math.max(0, rows.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = rows.get(i + 1).date.toEpochDay() - rows.get(i).date.toEpochDay();
        }
        java.util.Arrays.sort(gaps);
        long typical = gaps.length == 0 ? Long.MAX_VALUE : gaps[gaps.length / 2];
        if (typical < LONGEST_DAILY_GAP) {
            return DAILY_LAG_DAYS;
        }
        if (typical < LONGEST_WEEKLY_GAP) {
            return WEEKLY_LAG_DAYS;
        }
        return typical < LONGEST_MONTHLY_GAP ? MONTHLY_LAG_DAYS : QUARTERLY_LAG_DAYS;
    }

    private static MacroRelease release(String series, int index, List<Row> rows, int lagDays) {
        Row row = rows.get(index);
        long released = NewYorkTime.midnight(row.date.plusDays(lagDays)) + EVENING_MILLIS;
        return new MacroRelease(
                series,
                released,
                released,
                SOURCE,
                index + 1,
                row.value,
                null,
                index == 0 ? null : (Double) rows.get(index - 1).value);
    }
}
