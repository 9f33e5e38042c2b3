package io.huihui.text.media;

import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hears English speech by PocketSphinx, a process per recording. Knows every English word or, which
 * is quicker and far more often right, those of a language of the domain.
 *
 * <p>Reference: Huggins-Daines et al., "PocketSphinx: a free, real-time continuous speech
 * recognition system for hand-held devices", ICASSP 2006.
 */
public final class PocketSphinxReader implements MediaReader {

    /** Columns of a line of its CTM output: file, channel, start, length, word, probability. */
    private static final int COLUMNS = 6;

    private static final int LENGTH = 3;
    private static final int WORD = 4;
    private static final int PROBABILITY = 5;

    private final SpeechPrograms programs;
    private final String engine;
    private final Path folder;
    private final Path language;
    private final Path dictionary;

    private PocketSphinxReader(
            SpeechPrograms programs, String engine, Path folder, Path language, Path dictionary) {
        this.programs = programs;
        this.engine = engine;
        this.folder = folder;
        this.language = language;
        this.dictionary = dictionary;
    }

    /** Returns a reader that knows all words of its general dictionary. */
    public static PocketSphinxReader general(SpeechPrograms programs) {
        return new PocketSphinxReader(
                programs,
                "pocketsphinx/general",
                newFolder(),
                programs.generalLanguage(),
                programs.generalDictionary());
    }

    /** Returns a reader that knows the words of a language only. */
    public static PocketSphinxReader of(SpeechPrograms programs, MarketLanguage words) {
        Path folder = newFolder();
        Path language = folder.resolve("market.lm");
        Path dictionary = folder.resolve("market.dict");
        try (Writer out = Files.newBufferedWriter(language, StandardCharsets.UTF_8)) {
            BigramModel.of(words).writeTo(out);
            PronouncingDictionary.cut(programs.generalDictionary(), words, dictionary);
        } catch (IOException unreadable) {
            throw new EngineMissingException(
                    "need a readable "
                            + programs.generalDictionary()
                            + ", was not: "
                            + unreadable.getMessage(),
                    unreadable);
        }
        return new PocketSphinxReader(
                programs, "pocketsphinx/market-1", folder, language, dictionary);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("huihui-speech");
        } catch (IOException full) {
            throw new UncheckedIOException("need a folder for temporary files", full);
        }
    }

    @Override
    public String engine() {
        return engine;
    }

    @Override
    public Reading read(byte[] content, long deadlineMillis) {
        Recording recording;
        try {
            recording = Recording.of(content);
        } catch (IOException unreadable) {
            return Reading.failed(ReadingFailure.UNREADABLE, unreadable.getMessage());
        }
        try {
            return hear(recording, deadlineMillis);
        } catch (IOException failed) {
            return Reading.failed(
                    ReadingFailure.ENGINE_FAILED,
                    "PocketSphinx did not run: " + failed.getMessage());
        }
    }

    private Reading hear(Recording recording, long deadlineMillis) throws IOException {
        Files.write(folder.resolve("speech.raw"), recording.samples());
        Files.writeString(folder.resolve("list"), "speech\n");
        Path heard = folder.resolve("heard");
        Files.deleteIfExists(heard);
        EngineProcess.Outcome outcome =
                EngineProcess.run(command(heard), programs.libraries(), folder, deadlineMillis);
        return switch (outcome.end()) {
            case LATE ->
                    Reading.failed(
                            ReadingFailure.DEADLINE,
                            "need an answer within " + deadlineMillis + " ms, was still listening");
            case FAILED ->
                    Reading.failed(
                            ReadingFailure.ENGINE_FAILED,
                            "PocketSphinx ended with status "
                                    + outcome.status()
                                    + ": "
                                    + outcome.lastWords());
            case DONE -> words(Files.exists(heard) ? Files.readAllLines(heard) : List.of());
        };
    }

    private List<String> command(Path heard) {
        return List.of(
                programs.recogniserProgram(),
                "-hmm",
                programs.acoustics().toString(),
                "-lm",
                language.toString(),
                "-dict",
                dictionary.toString(),
                "-ctl",
                "list",
                "-cepdir",
                ".",
                "-cepext",
                ".raw",
                "-adcin",
                "yes",
                // The same sound gives the same words.
                "-seed",
                "1",
                "-ctm",
                heard.toString());
    }

    /** Returns the words that were heard, and their mean probability by length. */
    static Reading words(List<String> lines) {
        List<String> words = new ArrayList<>();
        double confidence = 0;
        double seconds = 0;
        for (String line : lines) {
            String[] columns = line.strip().split("\\s+", -1);
            boolean spoken =
                    columns.length == COLUMNS
                            && !columns[WORD].startsWith("<")
                            && !columns[WORD].startsWith("[");
            if (spoken) {
                words.add(PronouncingDictionary.base(columns[WORD]));
                double length = Double.parseDouble(columns[LENGTH]);
                double probability = Double.parseDouble(columns[PROBABILITY]);
                confidence += length * Math.min(1, Math.max(0, probability));
                seconds += length;
            }
        }
        if (words.isEmpty()) {
            return Reading.failed(ReadingFailure.NO_TEXT, "need speech in the recording, was none");
        }
        return Reading.of(String.join(" ", words), seconds > 0 ? confidence / seconds : 0);
    }

    @Override
    public void close() {
        try {
            DebianPackages.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException("could not delete " + folder, left);
        }
    }
}
