package io.huihui.models.graph;

import io.huihui.models.Require;

import java.util.Comparator;

/**
 * That two nodes belong together, from when and until when. It is known from the moment it holds.
 *
 * @param validToMillis event time at which it stops to hold (exclusive); null when it does not end,
 *     when nobody knows, or where the next of its kind ends it
 */
public record Link(
        LinkKind kind, NodeId from, NodeId to, long validFromMillis, Long validToMillis) {

    /** Latest first; of the same time by kind and ends. Says the same for links that are equal. */
    public static final Comparator<Link> LATEST_FIRST =
            Comparator.comparingLong(Link::validFromMillis)
                    .reversed()
                    .thenComparing(Link::kind)
                    .thenComparing(Link::from)
                    .thenComparing(Link::to);

    /** After every id: no text has this character. */
    private static final String LAST_ID = "\uffff";

    public Link {
        Require.present("kind", kind);
        Require.that(
                from.kind() == kind.from() && to.kind() == kind.to(),
                kind + " to lead from " + kind.from() + " to " + kind.to(),
                () -> from.kind() + " to " + to.kind());
        long begin = validFromMillis;
        Long end = validToMillis;
        Require.that(begin > 0, "validFromMillis > 0", () -> "validFromMillis=" + begin);
        Require.that(
                end == null || end > begin,
                "validFromMillis < validToMillis",
                () -> "validFromMillis=" + begin + " validToMillis=" + end + " for " + kind);
    }

    /** Returns the link of a kind that says no end. */
    public static Link since(LinkKind kind, NodeId from, NodeId to, long validFromMillis) {
        return new Link(kind, from, to, validFromMillis, null);
    }

    /** Returns what comes after every link of a kind that begins then, in their order. */
    static Link lastAt(LinkKind kind, long millis) {
        return since(
                kind, new NodeId(kind.from(), LAST_ID), new NodeId(kind.to(), LAST_ID), millis);
    }

    /** Returns the end a walk comes to that stands at {@code near}. */
    public NodeId far(NodeId near) {
        return near.equals(from) ? to : from;
    }

    /** Returns whether it is the same link, whatever is known of its end. */
    public boolean isSame(Link other) {
        return LATEST_FIRST.compare(this, other) == 0;
    }

    /** Returns it with the later of both ends; of an end that one does not know, the other's. */
    public Link endingAsLateAs(Link other) {
        if (validToMillis == null) {
            return other;
        }
        return other.validToMillis == null || other.validToMillis < validToMillis ? this : other;
    }

    /** Returns it without what was not known when it began. */
    Link asBegun() {
        return kind.endsAsPlanned() || validToMillis == null
                ? this
                : since(kind, from, to, validFromMillis);
    }
}
