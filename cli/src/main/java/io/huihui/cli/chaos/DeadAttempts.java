package io.huihui.cli.chaos;

import java.util.List;

/**
 * Attempts of the job that faults ended. What an attempt wrote of a second that the next one judged
 * anew counts no more: live, a gate or a detector that waits by the clock may decide otherwise, and
 * what is not given again is owed to no store (docs/decisions/0050).
 *
 * @param faultsMillis when each fault struck, by the clock of the machine
 */
record DeadAttempts(List<Long> faultsMillis) {

    DeadAttempts {
        faultsMillis = List.copyOf(faultsMillis);
    }

    /**
     * Returns whether a fault lies between the last writing of a record and the last judgement of
     * its second.
     *
     * @param writtenMillis when the record was last written
     * @param judgedMillis when the features of its second were last written
     */
    boolean tookBack(long writtenMillis, long judgedMillis) {
        return faultsMillis.stream()
                .anyMatch(fault -> writtenMillis < fault && fault < judgedMillis);
    }
}
