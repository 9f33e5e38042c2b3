package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Recordings;
import io.huihui.models.Require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The recorded headlines of CNBC and the Guardian, in the order of their dates. */
final class RealHeadlines {

    private static final long DAY_MILLIS = 24 * 60 * 60_000L;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DATE_LENGTH = 10;

    /** A headline and the start of its day. */
    record Dated(long timeMillis, String headline) {
        Dated {
            Require.text("headline", headline);
        }
    }

    private RealHeadlines() {}

    /** Returns all of them, oldest first; within a day CNBC first, then as recorded. */
    static List<Dated> read() {
        List<Dated> headlines = new ArrayList<>();
        read(Recordings.file("news_headlines", "cnbc_headlines.csv"), headlines);
        read(Recordings.file("news_headlines", "guardian_headlines.csv"), headlines);
        headlines.sort(Comparator.comparingLong(Dated::timeMillis));
        return headlines;
    }

    private static void read(Path file, List<Dated> headlines) {
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.length() > DATE_LENGTH + 1
                        && DATE.matcher(line.substring(0, DATE_LENGTH)).matches()) {
                    long day = LocalDate.parse(line.substring(0, DATE_LENGTH)).toEpochDay();
                    String text = line.substring(DATE_LENGTH + 1).replace("\"", "").trim();
                    if (!text.isEmpty()) {
                        headlines.add(new Dated(day * DAY_MILLIS, text));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
