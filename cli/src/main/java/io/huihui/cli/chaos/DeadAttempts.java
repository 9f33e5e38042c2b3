package io.huihui.cli.chaos;

import java.util.List;

/**
 * Attempts of the job that faults ended. What an attempt wrote of a second that the next one judged
 * anew counts no more: live, a gate or a detector that waits by the clock may decide otherwise, and
 * what is not given again is owed to no store (docs/decisions/0050).
 *
 * @param ends when each ended, in order
 */
record DeadAttempts(List<End> ends) {

    /**
     * The end of an attempt, as far as it is known: tasks work on for seconds after the death of a
     * JobManager, until another takes over.
     *
     * @param struckMillis when the fault struck, by the clock of the machine
     * @param freshMillis when there were fresh verdicts again
     */
    record End(long struckMillis, long freshMillis) {}

    DeadAttempts {
        ends = List.copyOf(ends);
    }

    /**
     * Returns whether an attempt ended between the last writing of a record and the last judgement
     * of its second. An attempt judges a second once, and before it writes what follows from it.
     *
     * @param writtenMillis when the record was last written
     * @param judgedMillis when the features of its second were last written
     */
    boolean tookBack(long writtenMillis, long judgedMillis) {
        return writtenMillis < judgedMillis
                && ends.stream()
                        .anyMatch(
                                end ->
                                        writtenMillis < end.freshMillis
                                                && end.struckMillis < judgedMillis);
    }
}
