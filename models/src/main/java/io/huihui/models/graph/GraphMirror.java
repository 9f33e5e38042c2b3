package io.huihui.models.graph;

import io.huihui.models.Require;
import io.huihui.models.graph.ContextWalk.Found;
import io.huihui.models.graph.LinkKind.Reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The latest part of the graph in memory, for an operator that cannot wait for a store. Holds a
 * bounded number of links: the oldest go first, but not the state a symbol is in, what is tied to
 * it, or a sector; {@link #covers} says how far back it still answers as the whole graph would.
 * What a node told is remembered for as many nodes again after its last link has gone.
 *
 * <p>For one thread.
 */
public final class GraphMirror implements MarketGraph {

    /** Some hundred megabytes at a few hundred bytes a link. */
    public static final int DEFAULT_LINKS = 500_000;

    private final int mostLinks;

    /** Nodes with at least one link, and what they tell. */
    private final Map<NodeId, Spot> spots = new HashMap<>();

    /** Links that may go: those that a look-back can begin after. */
    private final TreeSet<Ageing> ageing = new TreeSet<>(Ageing.ORDER);

    /** What nodes told that have no link any more; a later link may lead to them again. */
    private final LinkedHashMap<NodeId, Node> loose = new LinkedHashMap<>();

    private int links;
    private long completeSinceMillis = Long.MIN_VALUE;

    /** A link, and the first beginning of a look-back that does not see it. */
    private record Ageing(long unseenFromMillis, Link link) {
        private static final Comparator<Ageing> ORDER =
                Comparator.comparingLong(Ageing::unseenFromMillis)
                        .thenComparing(Ageing::link, Link.LATEST_FIRST);
    }

    /** A node with its links by kind, in both directions, the latest first. */
    private static final class Spot {
        private final Map<LinkKind, NavigableMap<Link, Link>> out = new TreeMap<>();
        private final Map<LinkKind, NavigableMap<Link, Link>> in = new TreeMap<>();
        private Node node;

        private Spot(Node node) {
            this.node = node;
        }

        private boolean isLoose() {
            return out.isEmpty() && in.isEmpty();
        }
    }

    public GraphMirror() {
        this(DEFAULT_LINKS);
    }

    /** An empty mirror of so many links. */
    public GraphMirror(int mostLinks) {
        Require.that(mostLinks > 0, "mostLinks > 0", () -> "mostLinks=" + mostLinks);
        this.mostLinks = mostLinks;
    }

    /** Returns how many links are held. */
    public int links() {
        return links;
    }

    /** Returns how many nodes are held. */
    public int nodes() {
        return spots.size();
    }

    /**
     * Returns whether all that the question can see has been kept, of what was ever taken in. A
     * mirror that never let go of anything covers every question.
     */
    public boolean covers(ContextQuestion question) {
        return question.windowBeginMillis() >= completeSinceMillis;
    }

    /** Takes in what a record adds. */
    public void take(Facts facts) {
        for (Link link : facts.links()) {
            if (link.kind().reach() == Reach.RECENT
                    && link.validFromMillis() < completeSinceMillis) {
                continue; // no question that is covered sees it
            }
            put(link);
        }
        facts.nodes().forEach(this::tell);
        while (links > mostLinks && !ageing.isEmpty()) {
            letGo();
        }
    }

    /** Lets go of what no look-back that begins then or later can see. */
    public void letGoBefore(long millis) {
        while (!ageing.isEmpty() && ageing.first().unseenFromMillis() <= millis) {
            letGo();
        }
    }

    /** Returns whether the link is held, whatever is known of its end. */
    public boolean holds(Link link) {
        Spot spot = spots.get(link.from());
        NavigableMap<Link, Link> side = spot == null ? null : spot.out.get(link.kind());
        return side != null && side.containsKey(link);
    }

    /** Returns whether a link to or from the node is held. */
    public boolean knows(NodeId node) {
        return spots.containsKey(node);
    }

    private void tell(Node node) {
        Spot spot = spots.get(node.id());
        if (spot == null) {
            loosen(node);
        } else {
            spot.node = node;
        }
    }

    private void put(Link link) {
        NavigableMap<Link, Link> known = links(spot(link.from()).out, link.kind());
        Link before = known.remove(link);
        Link now = before == null ? link : before.endingAsLateAs(link);
        known.put(now, now);
        NavigableMap<Link, Link> back = links(spot(link.to()).in, link.kind());
        back.remove(link);
        back.put(now, now);
        if (before == null) {
            links++;
            age(link, known);
        }
    }

    /** A tie goes with the state it hangs on, and a sector never. */
    private void age(Link link, NavigableMap<Link, Link> ofItsKind) {
        switch (link.kind().reach()) {
            case RECENT -> ageing.add(new Ageing(link.validFromMillis() + 1, link));
            case LATEST -> {
                Link next = ofItsKind.lowerKey(link);
                Link last = ofItsKind.higherKey(link);
                if (next != null) {
                    ageing.add(new Ageing(next.validFromMillis(), link));
                }
                if (last != null) {
                    if (next != null) {
                        ageing.remove(new Ageing(next.validFromMillis(), last));
                    }
                    ageing.add(new Ageing(link.validFromMillis(), last));
                }
            }
            case MEMBERSHIP, TIED -> {}
        }
    }

    private void letGo() {
        Ageing oldest = ageing.pollFirst();
        drop(oldest.link());
        if (oldest.link().kind().reach() == Reach.LATEST) {
            dropTies(oldest.link().to());
        }
        completeSinceMillis = Math.max(completeSinceMillis, oldest.unseenFromMillis());
    }

    private void dropTies(NodeId state) {
        Spot spot = spots.get(state);
        if (spot == null) {
            return;
        }
        for (NavigableMap<Link, Link> tied : List.copyOf(spot.out.values())) {
            for (Link link : List.copyOf(tied.keySet())) {
                drop(link);
            }
        }
    }

    private void drop(Link link) {
        remove(link.from(), true, link);
        remove(link.to(), false, link);
        links--;
    }

    private void remove(NodeId end, boolean outward, Link link) {
        Spot spot = spots.get(end);
        Map<LinkKind, NavigableMap<Link, Link>> side = outward ? spot.out : spot.in;
        NavigableMap<Link, Link> kept = side.get(link.kind());
        kept.remove(link);
        if (kept.isEmpty()) {
            side.remove(link.kind());
        }
        if (spot.isLoose()) {
            spots.remove(end);
            loosen(spot.node);
        }
    }

    private void loosen(Node node) {
        if (!node.tells()) {
            return;
        }
        loose.put(node.id(), node);
        if (loose.size() > mostLinks) {
            loose.remove(loose.keySet().iterator().next());
        }
    }

    private Spot spot(NodeId id) {
        Spot spot = spots.get(id);
        if (spot == null) {
            Node before = loose.remove(id);
            spot = new Spot(before == null ? Node.silent(id) : before);
            spots.put(id, spot);
        }
        return spot;
    }

    private static NavigableMap<Link, Link> links(
            Map<LinkKind, NavigableMap<Link, Link>> side, LinkKind kind) {
        return side.computeIfAbsent(kind, each -> new TreeMap<>(Link.LATEST_FIRST));
    }

    @Override
    public Context context(ContextQuestion question) {
        return ContextWalk.answer(question, this::find);
    }

    private List<Found> find(Collection<NodeId> nodes, ContextQuestion question) {
        List<Found> found = new ArrayList<>();
        for (NodeId near : nodes) {
            Spot spot = spots.get(near);
            if (spot != null) {
                spot.out.values().forEach(out -> find(near, out, question, found));
                spot.in.forEach(
                        (kind, in) -> {
                            if (kind.isWalkedBack()) {
                                find(near, in, question, found);
                            }
                        });
            }
        }
        return found;
    }

    private void find(
            NodeId near,
            NavigableMap<Link, Link> side,
            ContextQuestion question,
            List<Found> found) {
        int taken = 0;
        Link soonest = Link.lastAt(side.firstKey().kind(), question.asOfMillis() + 1);
        for (Link link : side.tailMap(soonest, false).values()) {
            if (taken == question.most() || isTooOld(link, question)) {
                return;
            }
            if (holds(link, question)) {
                taken++;
                found.add(new Found(near, link, spots.get(link.far(near)).node));
            }
        }
    }

    private static boolean isTooOld(Link link, ContextQuestion question) {
        return link.kind().reach() == Reach.RECENT
                && link.validFromMillis() < question.windowBeginMillis();
    }

    private static boolean holds(Link link, ContextQuestion question) {
        return link.kind().reach() != Reach.MEMBERSHIP
                || link.validToMillis() == null
                || link.validToMillis() > question.asOfMillis();
    }
}
