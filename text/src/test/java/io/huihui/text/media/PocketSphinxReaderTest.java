package io.huihui.text.media;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PocketSphinxReaderTest {

    private static final long DEADLINE_MILLIS = 60_000;

    @TempDir Path folder;

    @Test
    void hearsASentenceItWasNeverGiven() throws Exception {
        byte[] wav = spoken("shareholders sue microsoft over defects in the battery");
        try (MediaReader reader = PocketSphinxReader.of(recogniser(), MarketLanguage.bundled())) {
            Reading reading = reader.read(wav, DEADLINE_MILLIS);

            assertThat(reading.text()).contains("shareholders sue microsoft", "battery");
            assertThat(reading.confidence()).isBetween(0.5, 1.0);
            assertThat(reader.read(wav, DEADLINE_MILLIS)).as("again").isEqualTo(reading);
        }
    }

    @Test
    void silenceIsNoTextAndNoneIsInvented() throws Exception {
        try (MediaReader reader = PocketSphinxReader.of(recogniser(), MarketLanguage.bundled())) {
            assertThat(reader.read(wav(new byte[32_000], 16_000), DEADLINE_MILLIS).failure())
                    .isEqualTo(ReadingFailure.NO_TEXT);
        }
    }

    @Test
    void whatIsNoRecordingOfTheRightKindIsUnreadable() throws Exception {
        try (MediaReader reader = PocketSphinxReader.general(recogniser())) {
            assertThat(reader.read(new byte[] {1, 2, 3}, DEADLINE_MILLIS).failure())
                    .isEqualTo(ReadingFailure.UNREADABLE);
            Reading telephone = reader.read(wav(new byte[32_000], 8_000), DEADLINE_MILLIS);
            assertThat(telephone.failure()).isEqualTo(ReadingFailure.UNREADABLE);
            assertThat(telephone.reason()).contains("16000 samples a second").contains("8000");
        }
    }

    @Test
    void givesUpAtTheDeadline() throws Exception {
        byte[] wav = spoken("the bank hires a new chief");
        try (MediaReader reader = PocketSphinxReader.general(recogniser())) {
            assertThat(reader.read(wav, 1).failure()).isEqualTo(ReadingFailure.DEADLINE);
        }
    }

    @Test
    void wordsComeOutOfItsOutputWithoutPausesAndVariants() {
        Reading reading =
                PocketSphinxReader.words(
                        List.of(
                                "a 1 0.00 0.20 <s> 1.000",
                                "a 1 0.21 0.30 tesla(2) 0.600",
                                "a 1 0.51 0.10 falls 1.200",
                                "a 1 0.61 0.30 <sil> 0.900",
                                "a 1 0.91 0.30 [NOISE] 0.900"));

        // (.3 * .6 + .1 * 1) / .4: the probability above 1 is a rounding of the engine's.
        assertThat(reading.text()).isEqualTo("tesla falls");
        assertThat(reading.confidence()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void aWordWithoutSoundsIsNamed() throws Exception {
        Path general = folder.resolve("dict");
        Files.writeString(general, "fed F EH D\nfed(2) F EH T\n");
        MarketLanguage language = BigramLanguages.of("fed zyx");

        assertThatThrownBy(
                        () -> PronouncingDictionary.cut(general, language, folder.resolve("cut")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("none for zyx");
        assertThat(folder.resolve("cut")).hasContent("fed F EH D\nfed(2) F EH T\n");
    }

    private byte[] spoken(String words) throws Exception {
        SpeechPrograms speaker = available(() -> SpeechPrograms.speaker(SpeechPrograms.cache()));
        EngineProcess.Outcome outcome =
                EngineProcess.run(
                        List.of(
                                speaker.speakerProgram(),
                                "-voice",
                                "slt",
                                "-t",
                                words,
                                "-o",
                                "spoken.wav"),
                        speaker.libraries(),
                        folder,
                        DEADLINE_MILLIS);
        assertThat(outcome.end()).as(outcome.errors()).isEqualTo(EngineProcess.End.DONE);
        return Files.readAllBytes(folder.resolve("spoken.wav"));
    }

    private static SpeechPrograms recogniser() {
        return available(() -> SpeechPrograms.recogniser(SpeechPrograms.cache()));
    }

    /** Skips the test, saying why, where the programs cannot be had. */
    private static SpeechPrograms available(java.util.function.Supplier<SpeechPrograms> programs) {
        try {
            return programs.get();
        } catch (EngineMissingException missing) {
            Assumptions.abort(missing.getMessage());
            throw missing;
        }
    }

    private static byte[] wav(byte[] samples, float rate) throws Exception {
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                AudioFileFormat.Type.WAVE,
                out);
        return out.toByteArray();
    }
}
