package io.huihui.models.event;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

import java.util.List;

/**
 * An image or a recording, with the text read from it where that has been done.
 *
 * @param contentReference where the bytes are, e.g. an object-store key
 * @param extractedText null until it has been read
 * @param extractionConfidence probability that the text is right, 0..1; null until it has been read
 */
public record MediaItem(
        String id,
        long eventTimeMillis,
        String source,
        long sequence,
        MediaKind kind,
        String contentReference,
        @OrNull String extractedText,
        Double extractionConfidence,
        List<String> symbols) {

    /** What the bytes are. */
    public enum MediaKind {
        IMAGE,
        AUDIO
    }

    public MediaItem {
        Require.text("id", id);
        EventChecks.time("eventTimeMillis", eventTimeMillis);
        Require.text("source", source);
        Require.notNegative("sequence", sequence);
        Require.present("kind", kind);
        Require.text("contentReference", contentReference);
        Require.withinOrMissing("extractionConfidence", extractionConfidence, 0, 1);
        Require.that(
                (extractedText == null) == (extractionConfidence == null),
                "extractedText and extractionConfidence together",
                () -> "one without the other for media " + id);
        symbols = List.copyOf(symbols);
    }
}
