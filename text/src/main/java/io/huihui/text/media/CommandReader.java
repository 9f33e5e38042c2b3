package io.huihui.text.media;

import io.huihui.models.Require;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Any engine that is a program: Whisper, Vosk, another OCR. It gets the media in a file, {@code
 * {file}} among its arguments, and prints the text, perhaps after a line {@code confidence: 0.93}.
 * An argument {@code {model:PATH}} is a file or folder that must be there.
 */
public final class CommandReader implements MediaReader {

    private static final String FILE = "{file}";
    private static final String MODEL = "{model:";
    private static final String CONFIDENCE = "confidence:";

    /** Of a program that does not say: a coin's, so that only who lowers the bar takes its text. */
    private static final double UNSAID = 0.5;

    private final List<String> command;
    private final Path folder;

    private CommandReader(List<String> command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /**
     * Returns a reader by a program.
     *
     * @throws EngineMissingException when the program or its model is not there
     */
    public static CommandReader open(List<String> template) {
        Require.that(
                template.size() > 1 && template.contains(FILE),
                "a program and its arguments, " + FILE + " among them",
                template.toString());
        if (!isProgram(template.get(0))) {
            throw new EngineMissingException(
                    "need the program "
                            + template.get(0)
                            + " as a file or on the PATH, was absent; install it, or empty the"
                            + " command to use the engine that comes along");
        }
        List<String> command = template.stream().map(CommandReader::withModel).toList();
        try {
            return new CommandReader(command, Files.createTempDirectory("huihui-media"));
        } catch (IOException full) {
            throw new UncheckedIOException("need a folder for temporary files", full);
        }
    }

    private static boolean isProgram(String name) {
        if (name.contains(File.separator)) {
            return Files.isExecutable(Path.of(name));
        }
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator, -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    }

    private static String withModel(String argument) {
        if (!argument.startsWith(MODEL) || !argument.endsWith("}")) {
            return argument;
        }
        String model = argument.substring(MODEL.length(), argument.length() - 1);
        if (!Files.isReadable(Path.of(model))) {
            throw new EngineMissingException(
                    "need the engine's model at "
                            + model
                            + ", was absent; download it there, or name where it is");
        }
        return model;
    }

    @Override
    public String engine() {
        return "command/" + Path.of(command.get(0)).getFileName();
    }

    @Override
    public Reading read(byte[] content, long deadlineMillis) {
        Path file = folder.resolve("media");
        try {
            Files.write(file, content);
            List<String> arguments =
                    command.stream()
                            .map(argument -> argument.equals(FILE) ? file.toString() : argument)
                            .toList();
            EngineProcess.Outcome outcome =
                    EngineProcess.run(arguments, List.of(), folder, deadlineMillis);
            return switch (outcome.end()) {
                case LATE ->
                        Reading.failed(
                                ReadingFailure.DEADLINE,
                                "need an answer of "
                                        + engine()
                                        + " within "
                                        + deadlineMillis
                                        + " ms, was still at work");
                case FAILED ->
                        Reading.failed(
                                ReadingFailure.ENGINE_FAILED,
                                engine()
                                        + " ended with status "
                                        + outcome.status()
                                        + ": "
                                        + outcome.lastWords());
                case DONE -> parse(outcome.output());
            };
        } catch (IOException failed) {
            return Reading.failed(
                    ReadingFailure.ENGINE_FAILED,
                    engine() + " did not run: " + failed.getMessage());
        }
    }

    /** Returns the text a program printed. */
    static Reading parse(String output) {
        String text = output.strip();
        double confidence = UNSAID;
        if (text.startsWith(CONFIDENCE)) {
            int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
            String number = text.substring(CONFIDENCE.length(), end).strip();
            try {
                confidence = Require.within("confidence", Double.parseDouble(number), 0, 1);
            } catch (IllegalArgumentException unreadable) {
                return Reading.failed(
                        ReadingFailure.ENGINE_FAILED,
                        "need a confidence 0..1 in the engine's first line, was " + number);
            }
            text = text.substring(end).strip();
        }
        return text.isEmpty()
                ? Reading.failed(ReadingFailure.NO_TEXT, "need text in the media, was none")
                : Reading.of(text, confidence);
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
