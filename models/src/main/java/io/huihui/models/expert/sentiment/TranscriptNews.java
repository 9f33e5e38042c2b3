package io.huihui.models.expert.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Transcript;

import java.util.Locale;

/** Takes the text of an image or a recording for a story. */
public final class TranscriptNews {

    /** A line of fewer words is a label or a tick, not a sentence. */
    private static final int FEWEST_WORDS = 3;

    private static final int FEWEST_LETTERS = 2;

    private TranscriptNews() {}

    /**
     * Returns the story of a transcript, received when its text counts as known and of a source
     * that says how it was read; null when there is no text, or no sentence in it. Its headline is
     * the line with most words: the title of a chart, all of a recording.
     */
    public static NewsItem of(Transcript transcript) {
        if (transcript.text() == null) {
            return null;
        }
        String headline = null;
        int most = FEWEST_WORDS - 1;
        for (String line : transcript.text().split("\n", -1)) {
            int words = words(line);
            if (words > most) {
                most = words;
                headline = line.strip();
            }
        }
        if (headline == null) {
            return null;
        }
        return new NewsItem(
                transcript.mediaId(),
                transcript.mediaTimeMillis(),
                transcript.eventTimeMillis(),
                transcript.source() + how(transcript),
                transcript.sequence(),
                headline,
                transcript.text(),
                transcript.symbols());
    }

    private static String how(Transcript transcript) {
        return switch (transcript.kind()) {
            case IMAGE -> SourceTrust.BY_OCR;
            case AUDIO -> SourceTrust.BY_SPEECH;
        };
    }

    private static int words(String line) {
        int words = 0;
        for (String word : line.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            words += word.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS ? 1 : 0;
        }
        return words;
    }
}
