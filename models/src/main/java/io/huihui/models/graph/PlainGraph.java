package io.huihui.models.graph;

import io.huihui.models.graph.Context.Sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A graph that looks at every link for every question. Slow, and simple enough to be right: what
 * others answer is held against it.
 */
public final class PlainGraph implements MarketGraph {

    private final TreeMap<Link, Link> links = new TreeMap<>(Link.LATEST_FIRST);
    private final TreeMap<NodeId, Node> nodes = new TreeMap<>();

    /** Where a link leaves a node. */
    private record Way(NodeId near, LinkKind kind, boolean back) {
        private static final Comparator<Way> ORDER =
                Comparator.comparing(Way::near).thenComparing(Way::kind).thenComparing(Way::back);
    }

    /** Takes in what a record adds. */
    public void take(Facts facts) {
        facts.nodes().forEach(node -> nodes.put(node.id(), node));
        for (Link link : facts.links()) {
            Link known = links.remove(link);
            Link kept = known == null || known.validToMillis() == null ? link : known;
            if (known != null && known.validToMillis() != null && link.validToMillis() != null) {
                kept = known.validToMillis() > link.validToMillis() ? known : link;
            }
            links.put(kept, kept);
        }
    }

    /** Returns how many links there are. */
    public int links() {
        return links.size();
    }

    @Override
    public Context context(ContextQuestion question) {
        List<Sight> sights = new ArrayList<>();
        Set<Link> seen = new TreeSet<>(Link.LATEST_FIRST);
        Set<NodeId> reached = new HashSet<>(Set.of(question.about()));
        Set<NodeId> frontier = Set.of(question.about());
        TreeMap<NodeId, Node> told = new TreeMap<>();
        for (int hop = 1; hop <= question.hops(); hop++) {
            Map<Way, List<Link>> ways = waysFrom(frontier, question);
            Set<NodeId> next = new HashSet<>();
            for (var way : ways.entrySet()) {
                for (Link link : cut(way.getKey().kind(), way.getValue(), question)) {
                    if (seen.add(link)) {
                        boolean endKnown = link.kind() == LinkKind.ADVISED;
                        sights.add(
                                new Sight(
                                        hop,
                                        new Link(
                                                link.kind(),
                                                link.from(),
                                                link.to(),
                                                link.validFromMillis(),
                                                endKnown ? link.validToMillis() : null)));
                    }
                    NodeId far = way.getKey().back() ? link.from() : link.to();
                    if (reached.add(far)) {
                        next.add(far);
                        told.put(far, nodes.getOrDefault(far, Node.silent(far)));
                    }
                }
            }
            frontier = next;
        }
        sights.sort(
                Comparator.comparingInt(Sight::hop)
                        .thenComparing(sight -> sight.link().kind())
                        .thenComparing(sight -> sight.link().from())
                        .thenComparing(sight -> sight.link().to())
                        .thenComparing(sight -> sight.link().validFromMillis()));
        return new Context(question, sights, List.copyOf(told.values()));
    }

    private Map<Way, List<Link>> waysFrom(Set<NodeId> frontier, ContextQuestion question) {
        TreeMap<Way, List<Link>> ways = new TreeMap<>(Way.ORDER);
        for (Link link : links.values()) { // the latest first, so each list is, too
            if (link.validFromMillis() > question.asOfMillis()) {
                continue;
            }
            if (frontier.contains(link.from())) {
                add(ways, new Way(link.from(), link.kind(), false), link);
            }
            if (frontier.contains(link.to()) && link.kind().isWalkedBack()) {
                add(ways, new Way(link.to(), link.kind(), true), link);
            }
        }
        return ways;
    }

    private static void add(Map<Way, List<Link>> ways, Way way, Link link) {
        ways.computeIfAbsent(way, each -> new ArrayList<>()).add(link);
    }

    private static List<Link> cut(LinkKind kind, List<Link> begun, ContextQuestion question) {
        List<Link> kept = new ArrayList<>();
        for (Link link : begun) {
            boolean recent = link.validFromMillis() >= question.windowBeginMillis();
            boolean keeps =
                    switch (kind.reach()) {
                        case RECENT -> recent;
                        case LATEST ->
                                link.validFromMillis() > question.windowBeginMillis()
                                        || isFirstBefore(kept, question);
                        case MEMBERSHIP ->
                                link.validToMillis() == null
                                        || link.validToMillis() > question.asOfMillis();
                        case TIED -> true;
                    };
            if (keeps && kept.size() < question.most()) {
                kept.add(link);
            }
        }
        return kept;
    }

    /** Of what was in force before the look-back, only what still was when it began. */
    private static boolean isFirstBefore(List<Link> later, ContextQuestion question) {
        return later.isEmpty()
                || later.get(later.size() - 1).validFromMillis() > question.windowBeginMillis();
    }
}
