package io.huihui.models.media;

/**
 * Makes a transcriber; found by {@link java.util.ServiceLoader}, so that engines with native code
 * need not travel with a job that does not want them.
 */
public interface TranscriberProvider {

    /** Returns a transcriber; engines are opened when the first item needs them. */
    Transcriber open(TranscriptionConfig config);
}
