package io.huihui.models.graph;

import java.util.List;

/**
 * What was known around a node.
 *
 * @param sights by hop, then kind and ends
 * @param nodes what was come to, in their order; without the node asked about
 */
public record Context(ContextQuestion question, List<Sight> sights, List<Node> nodes) {

    /**
     * A link that was come by.
     *
     * @param hop 1 for a link of the node asked about
     * @param link without its end, unless that was planned when it began: an end is a later fact
     */
    public record Sight(int hop, Link link) {}

    public Context {
        sights = List.copyOf(sights);
        nodes = List.copyOf(nodes);
    }

    /** Returns the nodes of a kind. */
    public List<Node> nodes(NodeKind kind) {
        return nodes.stream().filter(node -> node.id().kind() == kind).toList();
    }
}
