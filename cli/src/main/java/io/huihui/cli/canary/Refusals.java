package io.huihui.cli.canary;

import io.huihui.models.decision.DeadLetter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records that a canary refuses and the running version takes. */
final class Refusals {

    /** One or two may be a fault of the records. */
    private static final int TOO_MANY = 5;

    private final Set<String> running = new HashSet<>();

    /** When Kafka was given the dead letter, by the place of the record. */
    private final Map<String, Long> canary = new HashMap<>();

    private String reason = "";

    void add(Version version, DeadLetter letter, long writtenMillis) {
        String place = letter.topic() + "/" + letter.partition() + "/" + letter.offset();
        if (version == Version.RUNNING) {
            running.add(place);
            return;
        }
        canary.putIfAbsent(place, writtenMillis);
        if (reason.isEmpty()) {
            reason = letter.reason();
        }
    }

    /**
     * Returns that there are too many, if so.
     *
     * @param runningMillis when the running version last wrote something: until a while after a
     *     canary's dead letter its own may still come
     */
    Optional<String> complaint(long runningMillis) {
        long refused =
                canary.entrySet().stream()
                        .filter(letter -> !running.contains(letter.getKey()))
                        .filter(
                                letter ->
                                        letter.getValue() + Pairs.PATIENCE_MILLIS <= runningMillis)
                        .count();
        return refused < TOO_MANY
                ? Optional.empty()
                : Optional.of(
                        refused
                                + " records became dead letters that the running version takes; one"
                                + " says: "
                                + reason);
    }
}
