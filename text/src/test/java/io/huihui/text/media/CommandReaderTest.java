package io.huihui.text.media;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A shell script stands for Whisper: it is given a model and a file, and prints a text. */
class CommandReaderTest {

    private static final long DEADLINE_MILLIS = 60_000;
    private static final byte[] MEDIA = "sound".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void theProgramGetsItsModelAndTheMediaAndItsTextIsRead() throws Exception {
        Path model = Files.writeString(folder.resolve("small.bin"), "weights");
        String program = program("echo confidence: 0.93; cat \"$2\"; echo; cat \"$4\"");
        List<String> command = List.of(program, "-m", "{model:" + model + "}", "-f", "{file}");
        try (MediaReader reader = CommandReader.open(command)) {
            assertThat(reader.engine()).isEqualTo("command/engine.sh");
            assertThat(reader.read(MEDIA, DEADLINE_MILLIS))
                    .isEqualTo(Reading.of("weights\nsound", 0.93));
        }
    }

    @Test
    void aModelThatIsNotThereIsOneSentence() throws Exception {
        List<String> command =
                List.of(program("true"), "-m", "{model:" + folder + "/large.bin}", "{file}");

        assertThatThrownBy(() -> CommandReader.open(command))
                .isInstanceOf(EngineMissingException.class)
                .hasMessage(
                        "need the engine's model at "
                                + folder
                                + "/large.bin, was absent; download it there, or name where it"
                                + " is");
    }

    @Test
    void aProgramThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> CommandReader.open(List.of("no-such-whisper", "{file}")))
                .isInstanceOf(EngineMissingException.class)
                .hasMessageContaining("need the program no-such-whisper");
    }

    @Test
    void aCommandThatNeverSeesTheFileIsRefused() {
        assertThatThrownBy(() -> CommandReader.open(List.of("cat", "-")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("{file}");
    }

    @Test
    void aProgramFoundOnThePathWithoutConfidenceIsTrustedLikeACoin() {
        try (MediaReader reader = CommandReader.open(List.of("cat", "{file}"))) {
            assertThat(reader.read(MEDIA, DEADLINE_MILLIS)).isEqualTo(Reading.of("sound", 0.5));
            assertThat(reader.read(new byte[0], DEADLINE_MILLIS).failure())
                    .isEqualTo(ReadingFailure.NO_TEXT);
        }
    }

    @Test
    void aProgramThatFailsSaysWhatItComplainedOf() throws Exception {
        String program = program("echo loading; echo out of memory >&2; exit 3");
        try (MediaReader reader = CommandReader.open(List.of(program, "{file}"))) {
            Reading reading = reader.read(MEDIA, DEADLINE_MILLIS);

            assertThat(reading.failure()).isEqualTo(ReadingFailure.ENGINE_FAILED);
            assertThat(reading.reason()).contains("status 3: out of memory");
        }
    }

    @Test
    void aProgramThatHangsIsEndedWithWhatItStarted() throws Exception {
        Path alive = folder.resolve("alive");
        String program = program("(sleep 2; touch " + alive + ") & sleep 600");
        try (MediaReader reader = CommandReader.open(List.of(program, "{file}"))) {
            assertThat(reader.read(MEDIA, 300).failure()).isEqualTo(ReadingFailure.DEADLINE);
        }
        Thread.sleep(2_500);
        assertThat(alive).doesNotExist();
    }

    @Test
    void aConfidenceThatIsNoneIsNotTaken() {
        assertThat(CommandReader.parse("confidence: 93\nFed").failure())
                .isEqualTo(ReadingFailure.ENGINE_FAILED);
        assertThat(CommandReader.parse("confidence: 0.5").failure())
                .isEqualTo(ReadingFailure.NO_TEXT);
    }

    private String program(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("engine.sh"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
