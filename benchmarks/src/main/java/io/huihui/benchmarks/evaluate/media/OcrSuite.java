package io.huihui.benchmarks.evaluate.media;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.MissingInputException;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.benchmarks.evaluate.ThreadTime;
import io.huihui.models.OutsideResults;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.simulator.SymbolProfile;
import io.huihui.simulator.media.Chart;
import io.huihui.simulator.media.ChartPainter;
import io.huihui.simulator.news.Headlines;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.text.media.TesseractReader;

import java.util.ArrayList;
import java.util.List;

/**
 * How many characters of generated charts are read wrong: title, labels of both axes, ticks, notes
 * and source, in three fonts, light and dark, noisy and compressed. All text of a chart counts, and
 * so does what nobody wrote. The baseline is the same engine on the image as it comes.
 */
public final class OcrSuite implements Suite {

    private static final double MOST_ERRORS = 0.02;

    private static final int CHARTS_PER_SEED = 5;

    private static final int SYMBOLS = 12;

    /** Far beyond what an image takes: the suite measures quality, also on a busy machine. */
    private static final long DEADLINE_MILLIS = 60_000;

    private static final double MILLIS = 1e-6;

    @Override
    public String name() {
        return "ocr";
    }

    @Override
    public String question() {
        return "How much of the text in a chart image is read wrong?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> titles = new ArrayList<>();
        List<Double> plainTitles = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        List<Double> plainMillis = new ArrayList<>();
        try (MediaReader reader = TesseractReader.open();
                MediaReader baseline = TesseractReader.open(TesseractReader.Preparation.NONE)) {
            for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
                List<Chart> charts = charts(seed);
                Tally with = Tally.of(reader, charts);
                Tally without = Tally.of(baseline, charts);
                ours.add(with.all());
                plain.add(without.all());
                titles.add(with.title());
                plainTitles.add(without.title());
                millis.add(with.millis / charts.size());
                plainMillis.add(without.millis / charts.size());
                progress.say("seed " + seed + ": " + with.all() + " wrong, plain " + without.all());
            }
        } catch (EngineMissingException missing) {
            throw new MissingInputException(missing.getMessage());
        }
        Metric errors = Bootstrap.metric("cer", ours, plain, "share of characters");
        return new Bench.Result(
                List.of(
                        errors,
                        Bootstrap.metric("title_cer", titles, plainTitles, "share of characters"),
                        Bootstrap.metric("processor_millis", millis, plainMillis, "ms an image")),
                List.of(),
                errors.value() <= MOST_ERRORS);
    }

    private static List<Chart> charts(long seed) {
        Draws draws = Draws.of(seed, Stream.CHARTS, "", 0);
        List<Chart> charts = new ArrayList<>();
        for (int i = 0; i < CHARTS_PER_SEED; i++) {
            String symbol = SymbolProfile.of(draws.below(SYMBOLS)).symbol();
            charts.add(ChartPainter.paint(Headlines.draw(symbol, draws), draws.split()));
        }
        return charts;
    }

    /** Errors over the charts of one seed. */
    private static final class Tally {
        private long wrong;
        private long characters;
        private long titleWrong;
        private long titleCharacters;
        private double millis;

        static Tally of(MediaReader reader, List<Chart> charts) {
            Tally tally = new Tally();
            for (Chart chart : charts) {
                tally.read(reader, chart);
            }
            return tally;
        }

        @OutsideResults("measures how long an image takes")
        private void read(MediaReader reader, Chart chart) {
            long start = ThreadTime.nanos();
            Reading reading = reader.read(chart.image(), DEADLINE_MILLIS);
            millis += (ThreadTime.nanos() - start) * MILLIS;
            String text = reading.isText() ? reading.text() : "";
            Edits.Count all = Edits.anywhere(chart.texts(), text);
            wrong += all.wrong();
            characters += all.of();
            Edits.Count title = Edits.found(chart.texts().get(0), text);
            titleWrong += title.wrong();
            titleCharacters += title.of();
        }

        double all() {
            return wrong / (double) characters;
        }

        double title() {
            return titleWrong / (double) titleCharacters;
        }
    }
}
