package io.huihui.connectors.recording;

import io.huihui.connectors.tape.TapeDescription;
import io.huihui.connectors.tape.TapeWriter;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.MarketEvent;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Where an importer puts what it reads: a tape, and beside it the rows that were refused. */
public final class ImportTarget implements AutoCloseable {

    /** Name of the file of refused rows: file, line, reason, row. */
    public static final String REJECTS = "rejects.csv";

    /** A refused row is quoted up to this length. */
    private static final int LONGEST_QUOTE = 500;

    private final TapeWriter tape;
    private final BufferedWriter rejects;
    private final String source;
    private final String licence;
    private final TreeSet<String> symbols = new TreeSet<>();
    private final TreeSet<Long> sessions = new TreeSet<>();
    private long rejected;
    private long empty;
    private boolean finished;

    private ImportTarget(TapeWriter tape, BufferedWriter rejects, String source, String licence) {
        this.tape = tape;
        this.rejects = rejects;
        this.source = source;
        this.licence = licence;
    }

    /** Returns a target that writes to {@code out}. */
    public static ImportTarget create(Path recording, Path out, String format) throws IOException {
        String source = format + " " + recording.getFileName();
        String licence = SourceNote.licence(recording);
        TapeWriter tape =
                TapeWriter.create(out, TapeDescription.of(List.of(), List.of(), source, licence));
        BufferedWriter rejects =
                Files.newBufferedWriter(out.resolve(REJECTS), StandardCharsets.UTF_8);
        rejects.write("file,line,reason,row\n");
        return new ImportTarget(tape, rejects, source, licence);
    }

    /** Takes a market event. */
    public void write(MarketEvent event) throws IOException {
        note(event.symbol(), event.eventTimeMillis());
        tape.write(event);
    }

    /** Takes any other record. */
    public <T> void write(Topic<T> topic, T value) throws IOException {
        tape.write(topic, value);
        long date = TradingCalendar.newYork().date(topic.eventTimeMillisOf(value));
        if (topic != Topics.MACRO && TradingCalendar.newYork().isTradingDay(date)) {
            sessions.add(date);
        }
    }

    private void note(String symbol, long eventTimeMillis) {
        symbols.add(symbol);
        sessions.add(TradingCalendar.newYork().date(eventTimeMillis));
    }

    /** Refuses a row: it is counted and stands with its reason among the rejects. */
    public void reject(Path file, long line, String reason, String row) throws IOException {
        rejected++;
        String quote = row.length() > LONGEST_QUOTE ? row.substring(0, LONGEST_QUOTE) : row;
        rejects.write(
                quoted(file.getFileName().toString())
                        + ","
                        + line
                        + ","
                        + quoted(reason)
                        + ","
                        + quoted(quote)
                        + "\n");
    }

    /** Counts a row that says itself that there is no value. */
    public void empty() {
        empty++;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Finishes the tape. */
    public ImportSummary finish() throws IOException {
        rejects.close();
        TapeDescription written =
                tape.finish(
                        TapeDescription.of(
                                List.copyOf(symbols),
                                sessions.stream()
                                        .map(day -> LocalDate.ofEpochDay(day).toString())
                                        .toList(),
                                source,
                                licence));
        finished = true;
        return new ImportSummary(written, written.records(), rejected, empty);
    }

    @Override
    public void close() throws IOException {
        rejects.close();
        if (!finished) {
            tape.abandon();
        }
    }
}
