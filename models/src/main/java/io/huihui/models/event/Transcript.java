package io.huihui.models.event;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import java.util.List;

/**
 * The text of an image or a recording, or why there is none.
 *
 * @param mediaId id of the media item within its source
 * @param mediaTimeMillis event time of the media item
 * @param eventTimeMillis when the text counts as known: a fixed time after the media item, by which
 *     every engine has answered or been given up, so that a replay knows it no sooner
 * @param source source of the media item
 * @param sequence sequence of the media item
 * @param engine what read it, e.g. {@code tesseract/5.5.2}; {@code none} when none could
 * @param text lines divided by newlines; null when there is none
 * @param confidence how sure the engine is of the text, 0..1; null when there is none
 * @param failure null when there is a text
 * @param reason one sentence; null when there is a text
 * @param symbols as the feed tags the media item; may be empty
 */
public record Transcript(
        String mediaId,
        long mediaTimeMillis,
        long eventTimeMillis,
        String source,
        long sequence,
        MediaItem.MediaKind kind,
        String engine,
        @OrNull String text,
        Double confidence,
        @OrNull ReadingFailure failure,
        @OrNull String reason,
        List<String> symbols) {

    /** Engine of a transcript that no engine made. */
    public static final String NO_ENGINE = "none";

    public Transcript {
        Require.text("mediaId", mediaId);
        EventChecks.time("mediaTimeMillis", mediaTimeMillis);
        EventChecks.time("eventTimeMillis", eventTimeMillis);
        Require.that(
                eventTimeMillis >= mediaTimeMillis,
                "a text to be known no sooner than its media, " + mediaTimeMillis,
                () -> "eventTimeMillis=" + eventTimeMillis + " for media " + mediaId);
        Require.text("source", source);
        Require.notNegative("sequence", sequence);
        Require.present("kind", kind);
        Require.text("engine", engine);
        Reading reading = new Reading(text, confidence, failure, reason);
        Require.present("reading", reading);
        symbols = List.copyOf(symbols);
    }

    /**
     * Returns what an engine made of an item.
     *
     * @param delayMillis from the item's event time until its text counts as known
     */
    public static Transcript of(MediaItem item, String engine, Reading reading, long delayMillis) {
        return new Transcript(
                item.id(),
                item.eventTimeMillis(),
                item.eventTimeMillis() + delayMillis,
                item.source(),
                item.sequence(),
                item.kind(),
                engine,
                reading.text(),
                reading.confidence(),
                reading.failure(),
                reading.reason(),
                item.symbols());
    }
}
