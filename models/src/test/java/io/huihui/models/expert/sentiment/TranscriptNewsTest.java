package io.huihui.models.expert.sentiment;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TranscriptNewsTest {

    private static final long TIME = 1_700_000_000_000L;
    private static final long DELAY = 10_000;

    @Test
    void headlineIsTheLineWithMostWordsAndTheTextStaysWhole() {
        String text = "412.35\n10:30 11:30 12:30\nApple cuts its outlook\nPrice (USD)";

        NewsItem story = TranscriptNews.of(transcript(MediaKind.IMAGE, Reading.of(text, 0.9)));

        assertThat(story.headline()).isEqualTo("Apple cuts its outlook");
        assertThat(story.body()).isEqualTo(text);
        assertThat(story.source()).isEqualTo("simulated-wire/ocr");
        assertThat(story.symbols()).containsExactly("AAPL");
    }

    @Test
    void aStoryIsKnownWhenItsTextIsNotWhenItsMediaCame() {
        NewsItem story =
                TranscriptNews.of(
                        transcript(MediaKind.AUDIO, Reading.of("apple cuts its outlook", 0.8)));

        assertThat(story.publishedTimeMillis()).isEqualTo(TIME);
        assertThat(story.receivedTimeMillis()).isEqualTo(TIME + DELAY);
        assertThat(story.source()).isEqualTo("simulated-wire/speech");
    }

    @Test
    void noTextAndNoSentenceAreNoStory() {
        Reading failed = Reading.failed(ReadingFailure.ENGINE_MISSING, "none here");

        assertThat(TranscriptNews.of(transcript(MediaKind.IMAGE, failed))).isNull();
        assertThat(
                        TranscriptNews.of(
                                transcript(
                                        MediaKind.IMAGE,
                                        Reading.of("412.35 10:30\nLast price", 1))))
                .isNull();
    }

    @Test
    void whatAnEngineReadIsTrustedLessThanItsSource() {
        assertThat(SourceTrust.of("simulated-wire/ocr")).isCloseTo(0.9, within(1e-12));
        assertThat(SourceTrust.of("Simulated-Blog/speech")).isCloseTo(0.4 * 0.75, within(1e-12));
        assertThat(SourceTrust.of("unheard-of/ocr"))
                .isCloseTo(0.9 * SourceTrust.UNKNOWN, within(1e-12));
    }

    @Test
    void aTranscriptIsNotKnownBeforeItsMedia() {
        MediaItem item = item(MediaKind.IMAGE);

        assertThatThrownBy(() -> Transcript.of(item, "fake/1", Reading.of("text", 1), -1))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("no sooner than its media");
    }

    private static Transcript transcript(MediaKind kind, Reading reading) {
        return Transcript.of(item(kind), "fake/1", reading, DELAY);
    }

    private static MediaItem item(MediaKind kind) {
        return new MediaItem(
                "m1", TIME, "simulated-wire", 3, kind, "m1.png", null, null, List.of("AAPL"));
    }
}
