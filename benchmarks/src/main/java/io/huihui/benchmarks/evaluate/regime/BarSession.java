package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Recordings;
import io.huihui.connectors.recording.Importers;
import io.huihui.connectors.recording.Progress;
import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Bar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Closes of a session of recorded minute bars, by end of the minute and symbol.
 *
 * @param date epoch day
 */
record BarSession(long date, TreeMap<Long, TreeMap<String, Double>> minutes) {

    private static final String FOLDER = "bars_1m";

    /** Returns the symbols with a bar, in order. */
    List<String> symbols() {
        TreeSet<String> names = new TreeSet<>();
        minutes.values().forEach(minute -> names.addAll(minute.keySet()));
        return List.copyOf(names);
    }

    /** Returns the regular sessions that are recorded, in order of time. */
    static List<BarSession> recorded(Bench.Progress progress) {
        Path source = Recordings.file(FOLDER, "SPY_1min.csv").getParent();
        try (BenchFolder folder = BenchFolder.create()) {
            Path tape = folder.path().resolve("tape");
            Importers.run("bars-csv", source, tape, Progress.NONE);
            progress.say("imported " + source);
            return read(tape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BarSession> read(Path tape) throws IOException {
        TradingCalendar calendar = TradingCalendar.newYork();
        TreeMap<Long, BarSession> sessions = new TreeMap<>();
        try (TapeReader<Bar> reader = TapeReader.open(tape, Topics.BARS)) {
            for (TapeRecord<Bar> read = reader.next(); read != null; read = reader.next()) {
                Bar bar = read.value();
                long last = bar.eventTimeMillis() - 1;
                if (calendar.isOpen(last)) {
                    sessions.computeIfAbsent(
                                    calendar.date(last),
                                    day -> new BarSession(day, new TreeMap<>()))
                            .minutes()
                            .computeIfAbsent(bar.eventTimeMillis(), key -> new TreeMap<>())
                            .put(bar.symbol(), bar.close());
                }
            }
        }
        return List.copyOf(sessions.values());
    }
}
