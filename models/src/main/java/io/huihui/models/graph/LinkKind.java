package io.huihui.models.graph;

import java.util.List;

/** What a link says of the nodes it joins. */
public enum LinkKind {
    /** Holds until {@link Link#validToMillis}, by the list of whoever told the sectors. */
    IN_SECTOR(NodeKind.SYMBOL, NodeKind.SECTOR, Reach.MEMBERSHIP, Hub.NONE),
    /** Holds until the symbol's next one. */
    IN_STATE(NodeKind.SYMBOL, NodeKind.MARKET_STATE, Reach.LATEST, Hub.FROM),
    /** The regimes that were active in a state; a change of them is another state. */
    WITH_REGIME(NodeKind.MARKET_STATE, NodeKind.EVENT_REGIME, Reach.TIED, Hub.NONE),
    /** A fact of its second. */
    SHOWED(NodeKind.SYMBOL, NodeKind.SIGNAL, Reach.RECENT, Hub.FROM),
    /** Advice until its planned exit; not to trade is advice for its second. */
    ADVISED(NodeKind.SYMBOL, NodeKind.DIRECTIVE, Reach.RECENT, Hub.FROM),
    MADE_AT(NodeKind.DIRECTIVE, NodeKind.SNAPSHOT, Reach.RECENT, Hub.NONE),
    /**
     * To the first snapshot from then on whose predictions are scored, at most nine seconds later,
     * where the directive's own are not: by its outcomes one sees what became of the advice.
     */
    JUDGED_AT(NodeKind.DIRECTIVE, NodeKind.SNAPSHOT, Reach.RECENT, Hub.NONE),
    RESTS_ON(NodeKind.DIRECTIVE, NodeKind.SIGNAL, Reach.RECENT, Hub.NONE),
    /** Begins when the outcome was known: a horizon after the snapshot. */
    TURNED_OUT(NodeKind.SNAPSHOT, NodeKind.OUTCOME, Reach.RECENT, Hub.NONE),
    MENTIONS(NodeKind.NEWS, NodeKind.SYMBOL, Reach.RECENT, Hub.TO),
    /** The story belongs to the narrative. */
    TELLS(NodeKind.NEWS, NodeKind.NARRATIVE, Reach.RECENT, Hub.TO),
    CHANGED(NodeKind.NARRATIVE, NodeKind.NARRATIVE_CHANGE, Reach.RECENT, Hub.NONE);

    private static final List<LinkKind> ALL = List.of(values());

    private final NodeKind from;
    private final NodeKind to;
    private final Reach reach;
    private final Hub hub;

    LinkKind(NodeKind from, NodeKind to, Reach reach, Hub hub) {
        this.from = from;
        this.to = to;
        this.reach = reach;
        this.hub = hub;
    }

    /** Which links of a node a question sees. */
    public enum Reach {
        /** Those that began within the look-back. */
        RECENT,
        /** The same, and the one that was in force when the look-back began. Not walked back. */
        LATEST,
        /** Those that hold at the moment asked for. */
        MEMBERSHIP,
        /** All that began. Not walked back. */
        TIED
    }

    /** Which end gets ever more links of the kind as time goes on; they are found by an index. */
    public enum Hub {
        NONE,
        FROM,
        TO
    }

    public NodeKind from() {
        return from;
    }

    public NodeKind to() {
        return to;
    }

    public Reach reach() {
        return reach;
    }

    public Hub hub() {
        return hub;
    }

    /** Returns whether a walk may go from the link's end to its beginning. */
    public boolean isWalkedBack() {
        return reach == Reach.RECENT || reach == Reach.MEMBERSHIP;
    }

    /** Returns whether the end is known when the link begins; others' ends are later facts. */
    public boolean endsAsPlanned() {
        return this == ADVISED;
    }

    /** Returns all, without the copy that {@code values()} makes. */
    public static List<LinkKind> all() {
        return ALL;
    }
}
