package io.huihui.cli.canary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what two versions wrote about the same together. A record waits for its partner until the
 * other version has come so far that it will not come any more.
 */
final class Pairs<T> {

    /** The gate waits for less, and a second that comes after its next was late. */
    static final long PATIENCE_MILLIS = 10_000;

    private final Map<Version, Map<String, Written<T>>> waiting = new EnumMap<>(Version.class);
    private final Set<String> matched = new HashSet<>();

    Pairs() {
        for (Version version : Version.values()) {
            waiting.put(version, new HashMap<>());
        }
    }

    /**
     * @param group within which the versions come forward in order
     * @param eventMillis event time
     * @param writtenMillis when Kafka was given it
     */
    record Written<T>(String key, String group, long eventMillis, long writtenMillis, T value) {}

    /** What both wrote about the same. */
    record Pair<T>(Written<T> running, Written<T> canary) {

        long delayMillis() {
            return canary.writtenMillis - running.writtenMillis;
        }
    }

    /**
     * Returns the pair, if this was what the other waited for; what is written twice counts once.
     */
    Optional<Pair<T>> add(Version version, Written<T> written) {
        if (matched.contains(written.key)) {
            return Optional.empty();
        }
        Written<T> partner = waiting.get(version.other()).remove(written.key);
        if (partner == null) {
            waiting.get(version).putIfAbsent(written.key, written);
            return Optional.empty();
        }
        matched.add(written.key);
        return Optional.of(
                version == Version.CANARY
                        ? new Pair<>(partner, written)
                        : new Pair<>(written, partner));
    }

    /** Returns what a version wrote and the other did not, which has come this far in a group. */
    List<Written<T>> alone(Version version, String group, long otherMillis) {
        List<Written<T>> alone = new ArrayList<>();
        Iterator<Written<T>> all = waiting.get(version).values().iterator();
        while (all.hasNext()) {
            Written<T> written = all.next();
            if (written.group.equals(group)
                    && written.eventMillis + PATIENCE_MILLIS <= otherMillis) {
                alone.add(written);
                all.remove();
            }
        }
        return alone;
    }
}
