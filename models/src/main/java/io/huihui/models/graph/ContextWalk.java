package io.huihui.models.graph;

import io.huihui.models.graph.Context.Sight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers a question hop by hop, whoever finds the links. */
public final class ContextWalk {

    private static final Comparator<Sight> ORDER =
            Comparator.comparingInt(Sight::hop)
                    .thenComparing(sight -> sight.link().kind())
                    .thenComparing(sight -> sight.link().from())
                    .thenComparing(sight -> sight.link().to())
                    .thenComparing(sight -> sight.link().validFromMillis());

    private ContextWalk() {}

    /** Finds the links of nodes. */
    @FunctionalInterface
    public interface Finder {
        /**
         * Returns, for each node, kind and direction, the links that {@link LinkKind.Reach} lets
         * the question see, at most {@link ContextQuestion#most}; at least one more than it sees of
         * a kind whose reach is LATEST does no harm.
         */
        List<Found> links(Collection<NodeId> nodes, ContextQuestion question);
    }

    /** A link found from one of its ends, and the node at the other. */
    public record Found(NodeId near, Link link, Node far) {}

    /** Returns the answer. */
    public static Context answer(ContextQuestion question, Finder finder) {
        TreeMap<Link, Integer> hops = new TreeMap<>(Link.LATEST_FIRST);
        TreeMap<NodeId, Node> nodes = new TreeMap<>();
        Set<NodeId> reached = new HashSet<>();
        reached.add(question.about());
        Collection<NodeId> frontier = reached.stream().toList();
        for (int hop = 1; hop <= question.hops() && !frontier.isEmpty(); hop++) {
            TreeSet<NodeId> next = new TreeSet<>();
            for (Found found : inForce(finder.links(frontier, question), question)) {
                hops.putIfAbsent(found.link().asBegun(), hop);
                NodeId far = found.far().id();
                if (reached.add(far)) {
                    next.add(far);
                    nodes.put(far, found.far());
                }
            }
            frontier = next;
        }
        List<Sight> sights = new ArrayList<>();
        hops.forEach((link, hop) -> sights.add(new Sight(hop, link)));
        sights.sort(ORDER);
        return new Context(question, sights, List.copyOf(nodes.values()));
    }

    /** Of links that end one another, leaves out those that had ended before the look-back. */
    private static List<Found> inForce(List<Found> found, ContextQuestion question) {
        Map<NodeId, Link> inForce = new HashMap<>();
        for (Found each : found) {
            if (isOld(each.link(), question)) {
                inForce.merge(each.near(), each.link(), ContextWalk::later);
            }
        }
        return found.stream()
                .filter(
                        each ->
                                !isOld(each.link(), question)
                                        || each.link().isSame(inForce.get(each.near())))
                .toList();
    }

    private static boolean isOld(Link link, ContextQuestion question) {
        return link.kind().reach() == LinkKind.Reach.LATEST
                && link.validFromMillis() <= question.windowBeginMillis();
    }

    private static Link later(Link one, Link other) {
        return Link.LATEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
