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
}
