package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.Recordings;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.connectors.recording.Importers;
import io.huihui.connectors.recording.Progress;
import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What forecasts of impact are worth on recorded tapes: the trees that were fitted on the
 * simulator, and a regression that learns on the tape itself, each moment by what came true before
 * it. The seed names nothing, so two seeds are one run.
 */
public final class ImpactTapeSuite implements Suite {

    private static final String LOBSTER = "AAPL_2012-06-21_0930_1000_message.csv";
    private static final String SPY_TICKS = "Data/equity/usa/tick/spy";
    private static final int BLOCK_SECONDS = 300;

    @Override
    public String name() {
        return "impact-tape";
    }

    @Override
    public String question() {
        return "What are forecasts of impact worth on recorded tapes, net of the spread?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Metric> metrics = new ArrayList<>();
        List<Metric> guards = new ArrayList<>();
        Path lobster = Recordings.file("lobster_aapl", LOBSTER);
        Path spy = Recordings.file("lean_sample", SPY_TICKS, "20131008_trade.zip").getParent();
        add("aapl", "AAPL", "lobster", lobster, metrics, guards, progress);
        add("spy", "SPY", "lean-tick", spy, metrics, guards, progress);
        boolean skill =
                metrics.stream()
                        .filter(metric -> metric.name().startsWith("skill_learned_1m"))
                        .allMatch(metric -> metric.low() > 0);
        return new Bench.Result(metrics, guards, skill);
    }

    private static void add(
            String name,
            String symbol,
            String format,
            Path source,
            List<Metric> metrics,
            List<Metric> guards,
            Bench.Progress progress) {
        TapeImpact impact = new TapeImpact(BLOCK_SECONDS);
        for (FlowDay day : days(symbol, format, source)) {
            impact.add(day);
            progress.say(name + ": " + impact.moments() + " moments");
        }
        metrics.addAll(impact.metrics(name));
        guards.add(Metric.of("moments_" + name, impact.moments(), "count"));
    }

    private static List<FlowDay> days(String symbol, String format, Path source) {
        try (BenchFolder folder = BenchFolder.create()) {
            Path tape = folder.path().resolve("tape");
            Importers.run(format, source, tape, Progress.NONE);
            return days(symbol, tape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a day for each session: hours without an event end one. */
    static List<FlowDay> days(String symbol, Path tape) throws IOException {
        List<FlowDay> days = new ArrayList<>();
        FlowRows rows = null;
        long last = Long.MIN_VALUE;
        try (TapeReader<MarketEvent> reader = TapeReader.open(tape, Topics.MARKET)) {
            for (TapeRecord<MarketEvent> read = reader.next(); read != null; read = reader.next()) {
                MarketEvent event = read.value();
                if (event == null || !event.symbol().equals(symbol)) {
                    continue;
                }
                long now = event.eventTimeMillis();
                if (rows == null || now - last > TapeImpact.NIGHT_MILLIS) {
                    close(rows, last, days);
                    rows = new FlowRows(symbol);
                    rows.begin(now / 1_000 * 1_000);
                }
                rows.event(event);
                rows.closeUpTo(now - 1_000);
                last = now;
            }
        }
        close(rows, last, days);
        return days;
    }

    private static void close(FlowRows rows, long lastMillis, List<FlowDay> days) {
        if (rows != null) {
            rows.closeUpTo(lastMillis + 1_000);
            days.add(new FlowDay(rows.openMillis(), rows.rows(), List.of()));
        }
    }
}
