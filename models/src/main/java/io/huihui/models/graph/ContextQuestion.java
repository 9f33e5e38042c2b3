package io.huihui.models.graph;

import io.huihui.models.Require;

/**
 * What was known around a node at a moment?
 *
 * @param hops 1..{@value #MOST_HOPS}
 * @param asOfMillis event time; nothing later is in the answer
 * @param lookBackMillis how long ago a fact may have begun; states, sectors and what is tied to a
 *     state are found however old they are
 * @param most links per node, kind and direction, the latest; 1..{@value #MOST_LINKS}
 */
public record ContextQuestion(
        NodeId about, int hops, long asOfMillis, long lookBackMillis, int most) {

    public static final int MOST_HOPS = 3;
    public static final int MOST_LINKS = 100;

    public ContextQuestion {
        Require.present("about", about);
        int asked = hops;
        Require.that(
                asked >= 1 && asked <= MOST_HOPS,
                "1 <= hops <= " + MOST_HOPS,
                () -> "hops=" + asked);
        long asOf = asOfMillis;
        Require.that(asOf > 0, "asOfMillis > 0", () -> "asOfMillis=" + asOf);
        Require.notNegative("lookBackMillis", lookBackMillis);
        int links = most;
        Require.that(
                links >= 1 && links <= MOST_LINKS,
                "1 <= most <= " + MOST_LINKS,
                () -> "most=" + links);
    }

    /** Returns the earliest beginning of what counts as recent. */
    public long windowBeginMillis() {
        return asOfMillis - lookBackMillis;
    }
}
