package io.huihui.text.media;

import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class TesseractReaderTest {

    private static final long DEADLINE_MILLIS = 60_000;

    @Test
    void readsDarkOnLightAndLightOnDark() {
        byte[] light = TextImages.png(Color.WHITE, Color.BLACK, "Fed holds rates", "SPY 412.35");
        byte[] dark =
                TextImages.png(Color.BLACK, Color.LIGHT_GRAY, "Fed holds rates", "SPY 412.35");
        try (MediaReader reader = TesseractReader.open()) {
            Reading reading = reader.read(light, DEADLINE_MILLIS);

            assertThat(reading.text()).isEqualTo("Fed holds rates\nSPY 412.35");
            assertThat(reading.confidence()).isBetween(0.8, 1.0);
            assertThat(reader.read(dark, DEADLINE_MILLIS).text()).isEqualTo(reading.text());
        }
    }

    @Test
    void readsTextThatRunsUpwardsAlongTheEdge() {
        byte[] image = TextImages.withUpwardLabel("Price in dollars", "Chip demand surges");
        try (MediaReader reader = TesseractReader.open()) {
            assertThat(reader.read(image, DEADLINE_MILLIS).text())
                    .contains("Chip demand surges")
                    .contains("Price in dollars");
        }
    }

    @Test
    void sameImageSameReading() {
        byte[] image = TextImages.png(Color.WHITE, Color.BLACK, "Margins widen 12.5%");
        try (MediaReader first = TesseractReader.open();
                MediaReader second = TesseractReader.open()) {
            assertThat(first.read(image, DEADLINE_MILLIS))
                    .isEqualTo(first.read(image, DEADLINE_MILLIS))
                    .isEqualTo(second.read(image, DEADLINE_MILLIS));
        }
    }

    @Test
    void anEmptyImageHasNoTextAndNoneIsInvented() {
        byte[] image = TextImages.png(Color.WHITE, Color.BLACK);
        try (MediaReader reader = TesseractReader.open()) {
            Reading reading = reader.read(image, DEADLINE_MILLIS);

            assertThat(reading.failure()).isEqualTo(ReadingFailure.NO_TEXT);
            assertThat(reading.text()).isNull();
        }
    }

    @Test
    void bytesThatAreNoImageAreUnreadable() {
        byte[] cutOff = Arrays.copyOf(TextImages.png(Color.WHITE, Color.BLACK, "Fed"), 200);
        try (MediaReader reader = TesseractReader.open()) {
            for (byte[] bytes : new byte[][] {new byte[0], {1, 2, 3}, cutOff}) {
                Reading reading = reader.read(bytes, DEADLINE_MILLIS);

                assertThat(reading.failure()).isEqualTo(ReadingFailure.UNREADABLE);
                assertThat(reading.reason()).isNotBlank();
            }
        }
    }

    @Test
    void anImageThatSaysItIsHugeIsRefusedBeforeItIsUnpacked() {
        byte[] image = TextImages.png(Color.WHITE, Color.BLACK, "Fed");
        // Bytes 16 to 23 of a PNG are its width and height.
        Arrays.fill(image, 16, 24, (byte) 0x0F);
        try (MediaReader reader = TesseractReader.open()) {
            assertThat(reader.read(image, DEADLINE_MILLIS).failure())
                    .isEqualTo(ReadingFailure.UNREADABLE);
        }
    }

    @Test
    void givesUpAtTheDeadlineAndReadsTheNextImageAllTheSame() {
        byte[] crowded = TextImages.crowded(60);
        byte[] simple = TextImages.png(Color.WHITE, Color.BLACK, "Fed holds rates");
        try (MediaReader reader = TesseractReader.open()) {
            Reading late = reader.read(crowded, 1);

            assertThat(late.failure()).isEqualTo(ReadingFailure.DEADLINE);
            assertThat(reader.read(simple, DEADLINE_MILLIS).text()).isEqualTo("Fed holds rates");
        }
    }

    @Test
    void saysItsNameWithTheVersion() {
        try (MediaReader reader = TesseractReader.open()) {
            assertThat(reader.engine()).startsWith("tesseract/5.");
        }
    }
}
