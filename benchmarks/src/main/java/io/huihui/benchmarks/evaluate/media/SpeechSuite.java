package io.huihui.benchmarks.evaluate.media;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.MissingInputException;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.OutsideResults;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.simulator.SymbolProfile;
import io.huihui.simulator.news.Headlines;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.text.media.MarketLanguage;
import io.huihui.text.media.PocketSphinxReader;
import io.huihui.text.media.SpeechPrograms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many words of spoken headlines are heard wrong. The headlines are the simulator's; none of
 * them is in the sentences the language model is made of, though each of their words is. The
 * baseline is the same engine with its general language model, which knows 134,000 words.
 */
public final class SpeechSuite implements Suite {

    private static final double MOST_ERRORS = 0.15;

    private static final int HEADLINES_PER_SEED = 5;

    private static final int SYMBOLS = 12;

    /** Far beyond what a sentence takes: the suite measures quality, also on a busy machine. */
    private static final long DEADLINE_MILLIS = 60_000;

    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "speech";
    }

    @Override
    public String question() {
        return "How many words of a spoken headline are heard wrong?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        progress.say("the speech programs are fetched when they are not there (40 MB)");
        Path cache = SpeechPrograms.cache();
        List<Double> market = new ArrayList<>();
        List<Double> general = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        List<Double> generalTimes = new ArrayList<>();
        try (Speaker speaker = Speaker.open(SpeechPrograms.speaker(cache));
                MediaReader ours =
                        PocketSphinxReader.of(
                                SpeechPrograms.recogniser(cache), MarketLanguage.bundled());
                MediaReader baseline =
                        PocketSphinxReader.general(SpeechPrograms.recogniser(cache))) {
            for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
                List<Spoken> spoken = spoken(seed, speaker);
                Tally with = Tally.of(ours, spoken);
                Tally without = Tally.of(baseline, spoken);
                market.add(with.rate());
                general.add(without.rate());
                times.add(with.timesReal());
                generalTimes.add(without.timesReal());
                progress.say(
                        "seed " + seed + ": " + with.rate() + " wrong, general " + without.rate());
            }
        } catch (EngineMissingException missing) {
            throw new MissingInputException(missing.getMessage());
        }
        Metric errors = Bootstrap.metric("wer", market, general, "share of words");
        return new Bench.Result(
                List.of(
                        errors,
                        Bootstrap.metric(
                                "clock_per_second",
                                times,
                                generalTimes,
                                "s by the clock, a second of speech")),
                List.of(),
                errors.value() <= MOST_ERRORS);
    }

    /** A recording and what is said in it. */
    private record Spoken(List<String> words, Speaker.Sound sound) {}

    private static List<Spoken> spoken(long seed, Speaker speaker) {
        Draws draws = Draws.of(seed, Stream.RECORDINGS, "", 0);
        List<Spoken> spoken = new ArrayList<>();
        for (int i = 0; i < HEADLINES_PER_SEED; i++) {
            String symbol = SymbolProfile.of(draws.below(SYMBOLS)).symbol();
            List<String> words = SpokenHeadlines.words(Headlines.draw(symbol, draws));
            spoken.add(new Spoken(words, speaker.speak(String.join(" ", words), draws.split())));
        }
        return spoken;
    }

    /** Errors over the recordings of one seed. */
    private static final class Tally {
        private long wrong;
        private long words;
        private double seconds;
        private double speech;

        @OutsideResults("measures how long a recording takes")
        static Tally of(MediaReader reader, List<Spoken> recordings) {
            Tally tally = new Tally();
            for (Spoken spoken : recordings) {
                long start = System.nanoTime();
                Reading reading = reader.read(spoken.sound().wav(), DEADLINE_MILLIS);
                tally.seconds += (System.nanoTime() - start) / NANOS;
                tally.speech += spoken.sound().seconds();
                List<String> heard =
                        reading.isText() ? Arrays.asList(reading.text().split(" ", -1)) : List.of();
                Edits.Count count = Edits.words(spoken.words(), heard);
                tally.wrong += count.wrong();
                tally.words += count.of();
            }
            return tally;
        }

        double rate() {
            return wrong / (double) words;
        }

        double timesReal() {
            return seconds / speech;
        }
    }
}
