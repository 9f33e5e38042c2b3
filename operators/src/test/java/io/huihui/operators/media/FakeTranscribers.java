package io.huihui.operators.media;

import io.huihui.models.event.MediaItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.Reading;
import io.huihui.models.media.Transcriber;
import io.huihui.models.media.TranscriberProvider;
import io.huihui.models.media.TranscriptionConfig;

import java.util.concurrent.CompletableFuture;

/** Its folder says what the engine does: {@code answers}, or {@code stuck}. */
public final class FakeTranscribers implements TranscriberProvider {

    /** For the service loader. */
    public FakeTranscribers() {}

    @Override
    public Transcriber open(TranscriptionConfig config) {
        return new Transcriber() {
            @Override
            public CompletableFuture<Transcript> transcribe(MediaItem item) {
                if (config.contentFolder().equals("stuck")) {
                    return new CompletableFuture<>();
                }
                Reading reading = Reading.of("read: " + item.contentReference(), 0.9);
                return CompletableFuture.supplyAsync(
                        () -> Transcript.of(item, "fake/1", reading, config.deadlineMillis()));
            }

            @Override
            public void close() {}
        };
    }
}
