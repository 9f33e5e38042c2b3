package io.huihui.benchmarks.evaluate.media;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.MissingInputException;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.Transcriber;
import io.huihui.models.media.TranscriptionConfig;
import io.huihui.text.media.GuardedTranscriber;
import io.huihui.text.media.SpeechPrograms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * For how many hours of symbols there is evidence of tone when charts and calls are read beside the
 * text, and whether the tone read off them is as often right. The corpus has .45 stories, .35
 * charts and .35 calls per symbol and hour, so that most hours have no text; all media go through
 * the transcriber of the job, with its deadline and its bar for confidence. The baseline is the
 * text alone.
 */
public final class MediaCoverageSuite implements Suite {

    private static final double LEAST_GAIN = 1.5;
    private static final double MOST_ACCURACY_LOST = 0.05;

    /** Long, since the suite measures quality, also on a busy machine. */
    private static final long DEADLINE_MILLIS = 120_000;

    private static final int WAITING = 1_000;

    @Override
    public String name() {
        return "media-coverage";
    }

    @Override
    public String question() {
        return "For how much more of the day is there evidence of tone with charts and calls?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Double> gains = new ArrayList<>();
        List<Double> textRight = new ArrayList<>();
        List<Double> addedRight = new ArrayList<>();
        List<Double> flagged = new ArrayList<>();
        Path folder = newFolder();
        try (Speaker speaker = Speaker.open(SpeechPrograms.speaker(SpeechPrograms.cache()));
                Transcriber transcriber = GuardedTranscriber.open(config(folder))) {
            SpeechPrograms.recogniser(
                    SpeechPrograms.cache()); // Missing is said here, not per item.
            for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
                MixedCorpus corpus = MixedCorpus.of(seed, folder, speaker);
                MixedCorpus.Evidence evidence = corpus.read(transcriber);
                gains.add(evidence.coverageGain());
                textRight.add(evidence.textAccuracy());
                addedRight.add(evidence.addedAccuracy());
                flagged.add(evidence.flaggedShare());
                progress.say("seed " + seed + ": coverage times " + evidence.coverageGain());
            }
        } catch (EngineMissingException missing) {
            throw new MissingInputException(missing.getMessage());
        } finally {
            delete(folder);
        }
        Metric gain =
                Bootstrap.metric("coverage_gain", gains, List.of(1.0), "times the text alone");
        Metric text = Bootstrap.metric("text_accuracy", textRight, null, "share of items");
        Metric added = Bootstrap.metric("added_accuracy", addedRight, textRight, "share of items");
        return new Bench.Result(
                List.of(gain, added),
                List.of(text, Bootstrap.metric("flagged", flagged, null, "share of media")),
                gain.value() >= LEAST_GAIN && added.value() >= text.value() - MOST_ACCURACY_LOST);
    }

    private static TranscriptionConfig config(Path folder) {
        TranscriptionConfig usual = TranscriptionConfig.off();
        return new TranscriptionConfig(
                true,
                folder.toString(),
                DEADLINE_MILLIS,
                1,
                WAITING,
                usual.leastImageConfidence(),
                usual.leastSpeechConfidence(),
                List.of(),
                List.of());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("huihui-corpus");
        } catch (IOException full) {
            throw new UncheckedIOException("need a folder for temporary files", full);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException("could not delete " + folder, left);
        }
    }
}
