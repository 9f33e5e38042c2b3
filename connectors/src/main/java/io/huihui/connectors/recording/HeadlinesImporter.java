package io.huihui.connectors.recording;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;
import io.huihui.models.event.NewsItem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Dated headlines. Only the day is known, so an item counts as received in the last millisecond of
 * its day in New York: nothing can be learnt from it earlier than was possible.
 */
public final class HeadlinesImporter implements RecordingImporter {

    /** What a decoder puts where bytes are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public String format() {
        return "headlines-csv";
    }

    @Override
    public String description() {
        return "SOURCE_headlines.csv files with the columns date, headline; with or without header";
    }

    @Override
    public void read(Path source, ImportTarget target, Progress progress) throws IOException {
        for (Path file :
                RecordingFiles.of(
                        source,
                        name -> name.endsWith("headlines.csv"),
                        "..._headlines.csv files")) {
            file(file, target, progress);
        }
    }

    private record Row(LocalDate date, String headline) {}

    private static void file(Path file, ImportTarget target, Progress progress) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file)) {
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                if (csv.line() == 1 && row.get(0).trim().equalsIgnoreCase("date")) {
                    continue;
                }
                try {
                    rows.add(row(row));
                } catch (InvalidRecordException refused) {
                    target.reject(file, csv.line(), refused.getMessage(), csv.row());
                }
                progress.at(file, csv.line());
            }
        }
        if (rows.size() > 1 && rows.get(0).date.isAfter(rows.get(rows.size() - 1).date)) {
            Collections.reverse(rows);
        }
        String feed = file.getFileName().toString().replaceFirst("_?headlines\\.csv$", "");
        for (int index = 0; index < rows.size(); index++) {
            target.write(Topics.NEWS, item(feed, index + 1, rows.get(index)));
        }
    }

    private static Row row(List<String> row) {
        LocalDate date = NewYorkTime.date("date", CsvColumns.field(row, 0).trim());
        String headline = Require.text("headline", CsvColumns.field(row, 1).trim());
        Require.that(headline.indexOf(REPLACEMENT) < 0, "a headline in UTF-8", headline);
        return new Row(date, headline);
    }

    private static NewsItem item(String feed, long sequence, Row row) {
        long published = NewYorkTime.midnight(row.date);
        long received = NewYorkTime.midnight(row.date.plusDays(1)) - 1;
        return new NewsItem(
                feed + "-" + sequence,
                published,
                received,
                feed.isEmpty() ? "headlines" : feed,
                sequence,
                row.headline,
                null,
                List.of());
    }
}
