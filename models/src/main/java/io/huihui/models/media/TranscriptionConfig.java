package io.huihui.models.media;

import io.huihui.models.Require;

import java.io.Serializable;
import java.util.List;

/**
 * Whether and how media are read.
 *
 * @param enabled false: the topic of media is not read; recorded transcripts count all the same
 * @param contentFolder where the bytes are; an item's content reference is a path in it
 * @param deadlineMillis from when an item comes to when its text must be there; a text counts as
 *     known this long after the item's event time
 * @param atOnce how many items are read at the same time, by a task
 * @param waiting how many more may wait; what comes beyond is refused
 * @param leastImageConfidence a text out of an image that is less sure is refused, 0..1
 * @param leastSpeechConfidence the same for recordings, 0..1
 * @param imageCommand a program that reads an image in place of Tesseract, with its arguments;
 *     empty for Tesseract
 * @param speechCommand a program that hears a recording in place of PocketSphinx; empty for that
 */
public record TranscriptionConfig(
        boolean enabled,
        String contentFolder,
        long deadlineMillis,
        int atOnce,
        int waiting,
        double leastImageConfidence,
        double leastSpeechConfidence,
        List<String> imageCommand,
        List<String> speechCommand)
        implements Serializable {

    /** Ten seconds: the slowest usual image takes one on a busy machine. */
    private static final long USUAL_DEADLINE_MILLIS = 10_000;

    /**
     * Longer than a call is worth waiting for, and within what the sources allow for the future.
     */
    private static final long LONGEST_DEADLINE_MILLIS = 5 * 60_000L;

    private static final int MOST_AT_ONCE = 64;

    /** As many as one reader gets through within half of the deadline. */
    private static final int USUAL_WAITING = 4;

    /** By judgement: charts of the development seeds have .9 and more, also with some errors. */
    private static final double LEAST_IMAGE = 0.7;

    /** By judgement: sentences that were heard right have .8 and more, nonsense has .6. */
    private static final double LEAST_SPEECH = 0.7;

    public TranscriptionConfig {
        Require.present("contentFolder", contentFolder);
        Require.that(
                !enabled || !contentFolder.isBlank(),
                "transcriptions.contentFolder when transcriptions are enabled",
                () -> "`" + contentFolder + "`");
        Require.that(
                deadlineMillis >= 1 && deadlineMillis <= LONGEST_DEADLINE_MILLIS,
                "1 <= deadlineMillis <= " + LONGEST_DEADLINE_MILLIS,
                () -> "deadlineMillis=" + deadlineMillis);
        Require.within("atOnce", atOnce, 1, MOST_AT_ONCE);
        Require.notNegative("waiting", waiting);
        Require.within("leastImageConfidence", leastImageConfidence, 0, 1);
        Require.within("leastSpeechConfidence", leastSpeechConfidence, 0, 1);
        imageCommand = List.copyOf(imageCommand);
        speechCommand = List.copyOf(speechCommand);
    }

    /** Returns the settings of a job that reads no media. */
    public static TranscriptionConfig off() {
        return new TranscriptionConfig(
                false,
                "",
                USUAL_DEADLINE_MILLIS,
                1,
                USUAL_WAITING,
                LEAST_IMAGE,
                LEAST_SPEECH,
                List.of(),
                List.of());
    }

    /** Returns the same, reading what lies in a folder. */
    public TranscriptionConfig reading(String folder) {
        return new TranscriptionConfig(
                true,
                folder,
                deadlineMillis,
                atOnce,
                waiting,
                leastImageConfidence,
                leastSpeechConfidence,
                imageCommand,
                speechCommand);
    }
}
