package io.huihui.models.media;

/** Why an image or a recording gave no text. */
public enum ReadingFailure {
    /** No engine for this kind of media runs on this machine. */
    ENGINE_MISSING,
    /** The bytes are not where the item says. */
    CONTENT_MISSING,
    /** The bytes are no image or recording that can be read, or one that is too large. */
    UNREADABLE,
    /** The engine found nothing that it takes for text. */
    NO_TEXT,
    /** There is a text, but it is more likely wrong than the caller allows. */
    LOW_CONFIDENCE,
    /** The engine did not answer in time. */
    DEADLINE,
    /** The engine failed too often lately and is left alone for a while. */
    BREAKER_OPEN,
    /** More media came than the engines can take. */
    BUSY,
    /** The engine ended in an error of its own. */
    ENGINE_FAILED
}
