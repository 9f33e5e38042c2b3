package io.huihui.models;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent to a running job, such as rules: each holds from its event time until the next one,
 * so which of them holds when does not depend on how fast they came.
 */
public final class Sent<T> {

    /** Where something sent stands among the others; of one time the later one holds. */
    public record Place(long eventTimeMillis, String source, long sequence)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::eventTimeMillis)
                        .thenComparing(Place::source)
                        .thenComparingLong(Place::sequence);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final T before;
    private final TreeMap<Place, T> sent = new TreeMap<>();

    /**
     * @param before what holds before anything that was sent
     */
    public Sent(T before) {
        this.before = before;
    }

    /** Takes what was sent. */
    public void add(Place place, T what) {
        sent.put(place, what);
    }

    /** Returns everything that was sent, the oldest first. */
    public Collection<T> all() {
        return Collections.unmodifiableCollection(sent.values());
    }

    /** Returns what holds for the second that ends at a time. */
    public T inForce(long secondEndMillis) {
        Map.Entry<Place, T> last = sent.lowerEntry(new Place(secondEndMillis, "", 0));
        return last == null ? before : last.getValue();
    }
}
