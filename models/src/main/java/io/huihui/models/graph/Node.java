package io.huihui.models.graph;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * A node and what it tells; {@link NodeKind} says what the three mean. It never changes: what
 * changes is another node, with a link that says from when.
 *
 * @param says null for kinds that tell nothing, and as long as only a link to it is known
 * @param detail null where the kind has none
 * @param value null where the kind has none
 */
public record Node(NodeId id, @OrNull String says, @OrNull String detail, Double value) {

    public Node {
        Require.present("id", id);
        Require.finiteOrMissing("value", value);
    }

    /** Returns a node that tells nothing, or nothing yet. */
    public static Node silent(NodeId id) {
        return new Node(id, null, null, null);
    }

    /** Returns whether it tells something. */
    public boolean tells() {
        return says != null;
    }
}
