package io.huihui.models.graph;

import java.util.List;

/**
 * What a record adds to the graph. Taking the same facts twice, or in another order, gives the same
 * graph; a link may come before what its nodes tell.
 */
public record Facts(List<Node> nodes, List<Link> links) {

    public Facts {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** Returns the link by which facts with any are told from all others. */
    public Link first() {
        return links.get(0);
    }

    /** Returns from when on they are known, in event time: all their links begin then. */
    public long knownMillis() {
        return first().validFromMillis();
    }
}
