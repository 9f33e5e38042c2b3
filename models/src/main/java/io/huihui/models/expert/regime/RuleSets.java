package io.huihui.models.expert.regime;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Which rules hold when: those that were sent last before a time, else those configured. */
public final class RuleSets {

    /** Where a set stands among the others. */
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

    private final RegimeRules configured;
    private final TreeMap<Place, RegimeRules> sent = new TreeMap<>();

    public RuleSets(RegimeRules configured) {
        this.configured = configured;
    }

    /** Takes rules that were sent. */
    public void add(Place place, RegimeRules rules) {
        sent.put(place, rules);
    }

    /** Returns the rules that hold for the second that ends at a time. */
    public RegimeRules inForce(long secondEndMillis) {
        Map.Entry<Place, RegimeRules> last = sent.lowerEntry(new Place(secondEndMillis, "", 0));
        return last == null ? configured : last.getValue();
    }
}
