package io.huihui.models.media;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.Transcript;

import java.util.concurrent.CompletableFuture;

/** Reads images and recordings beside the caller's thread, so that nothing waits for an engine. */
public interface Transcriber extends AutoCloseable {

    /**
     * Returns at once. The answer is there by the deadline at the latest, and is a failure with its
     * reason when there is no text: it never fails itself.
     */
    CompletableFuture<Transcript> transcribe(MediaItem item);

    @Override
    void close();
}
