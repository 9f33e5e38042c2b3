package io.huihui.models.media;

/**
 * An engine that reads one kind of media. It may be slow, and it is for one thread at a time;
 * whoever wants several readings at once opens several.
 */
public interface MediaReader extends AutoCloseable {

    /** Name and version, e.g. {@code tesseract/5.5.2}. */
    String engine();

    /**
     * Returns the text in the bytes, or why there is none. Bytes that are no media are a failure,
     * not an exception.
     *
     * @param deadlineMillis by when the engine should give up by itself, from the call on
     */
    Reading read(byte[] content, long deadlineMillis);

    @Override
    void close();
}
