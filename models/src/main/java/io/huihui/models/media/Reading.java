package io.huihui.models.media;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * What an engine made of one image or recording: a text, or why there is none. There is never both,
 * and a text is never guessed.
 *
 * @param text lines divided by newlines; null when there is none
 * @param confidence how sure the engine is of the text, 0..1; null when there is none
 * @param failure null when there is a text
 * @param reason one sentence for a person; null when there is a text
 */
public record Reading(
        @OrNull String text,
        Double confidence,
        @OrNull ReadingFailure failure,
        @OrNull String reason) {

    public Reading {
        Require.withinOrMissing("confidence", confidence, 0, 1);
        boolean read = text != null && confidence != null && failure == null && reason == null;
        boolean failed = text == null && confidence == null && failure != null && reason != null;
        Require.that(
                read || failed,
                "a text with its confidence, or a failure with its reason",
                () -> "text=" + text + " confidence=" + confidence + " failure=" + failure);
        if (read) {
            Require.text("text", text);
        } else {
            Require.text("reason", reason);
        }
    }

    /** Returns the reading of a text. */
    public static Reading of(String text, double confidence) {
        return new Reading(text, confidence, null, null);
    }

    /** Returns a reading that gave no text. */
    public static Reading failed(ReadingFailure failure, String reason) {
        return new Reading(null, null, failure, reason);
    }

    /** True when there is a text. */
    public boolean isText() {
        return failure == null;
    }
}
