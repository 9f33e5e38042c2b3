package io.huihui.models.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * The facts of a look-back, taken in the order in which they are known, and a mirror of them. The
 * same facts give the same answers, in whatever order they come and whenever they are taken.
 *
 * <p>Outcomes of snapshots without a directive are left out: no walk from a symbol comes to them.
 * For one thread.
 */
public final class FactsWindow {

    /** How much longer than a look-back facts are kept, for questions that come late. */
    private static final long MARGIN_MILLIS = 60_000;

    private static final Comparator<Facts> AS_KNOWN =
            Comparator.comparingLong(Facts::knownMillis)
                    .thenComparing(Facts::first, Link.LATEST_FIRST)
                    .thenComparing(
                            facts -> facts.first().validToMillis(),
                            Comparator.nullsFirst(Comparator.naturalOrder()));

    private final ContextRules rules;
    private final GraphMirror mirror;

    /** Not in the mirror yet. */
    private final TreeSet<Facts> coming = new TreeSet<>(AS_KNOWN);

    /** In the mirror, in the order in which they were taken. */
    private final Deque<Facts> taken = new ArrayDeque<>();

    /** Older than the look-back, and still in it: a state that is in force, a signal of advice. */
    private final List<Facts> standing = new ArrayList<>();

    public FactsWindow(ContextRules rules) {
        this.rules = rules;
        this.mirror = new GraphMirror(rules.mostLinks());
    }

    /**
     * Adds facts that are not taken yet, with one link at least.
     *
     * @return whether they are new
     */
    public boolean add(Facts facts) {
        return coming.add(facts);
    }

    /**
     * Takes what is known by now and lets go of what no look-back sees any more.
     *
     * @return facts that are not needed any more
     */
    public List<Facts> advance(long nowMillis) {
        List<Facts> gone = new ArrayList<>();
        while (!coming.isEmpty() && coming.first().knownMillis() <= nowMillis) {
            Facts facts = coming.pollFirst();
            if (isOutOfReach(facts)) {
                gone.add(facts);
            } else {
                mirror.take(facts);
                taken.add(facts);
            }
        }
        long begin = beginMillis(nowMillis);
        mirror.letGoBefore(begin);
        while (!taken.isEmpty() && taken.peekFirst().knownMillis() < begin) {
            standing.add(taken.pollFirst());
        }
        standing.removeIf(facts -> !isSeen(facts) && gone.add(facts));
        return gone;
    }

    private boolean isOutOfReach(Facts facts) {
        return facts.first().kind() == LinkKind.TURNED_OUT && !mirror.knows(facts.first().from());
    }

    private boolean isSeen(Facts facts) {
        return facts.links().stream().anyMatch(mirror::holds)
                || facts.nodes().stream().anyMatch(node -> mirror.knows(node.id()));
    }

    /** Returns from when on everything is held, once it is so late. */
    public long beginMillis(long nowMillis) {
        return nowMillis - rules.lookBackMillis() - MARGIN_MILLIS;
    }

    /** Returns from when on the oldest facts are known that are held; null when there are none. */
    public Long oldestMillis() {
        return taken.isEmpty() ? null : taken.peekFirst().knownMillis();
    }

    /** Returns the answer from what was taken. */
    public Context context(ContextQuestion question) {
        return mirror.context(question);
    }

    /** Returns whether nothing that the question can see had to go for want of room. */
    public boolean covers(ContextQuestion question) {
        return mirror.covers(question);
    }
}
