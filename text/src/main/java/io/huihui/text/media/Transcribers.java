package io.huihui.text.media;

import io.huihui.models.media.Transcriber;
import io.huihui.models.media.TranscriberProvider;
import io.huihui.models.media.TranscriptionConfig;

/** What {@link java.util.ServiceLoader} finds of this module. */
public final class Transcribers implements TranscriberProvider {

    /** For the service loader. */
    public Transcribers() {}

    @Override
    public Transcriber open(TranscriptionConfig config) {
        return GuardedTranscriber.open(config);
    }
}
