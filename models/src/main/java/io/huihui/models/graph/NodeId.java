package io.huihui.models.graph;

import io.huihui.models.Require;

import java.util.Comparator;

/** Which node. Ordered by kind, then by id. */
public record NodeId(NodeKind kind, String id) implements Comparable<NodeId> {

    private static final Comparator<NodeId> ORDER =
            Comparator.comparing(NodeId::kind).thenComparing(NodeId::id);

    public NodeId {
        Require.present("kind", kind);
        Require.text("id", id);
    }

    /** Returns the node of a symbol. */
    public static NodeId symbol(String symbol) {
        return new NodeId(NodeKind.SYMBOL, symbol);
    }

    @Override
    public int compareTo(NodeId other) {
        return ORDER.compare(this, other);
    }
}
