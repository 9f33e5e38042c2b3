package io.huihui.console.view;

import io.huihui.models.graph.NodeId;

/**
 * That two nodes belong together.
 *
 * @param hop 1 for a link of the symbol asked about
 * @param validToMillis null while it holds
 */
public record GraphLink(
        int hop, String kind, NodeId from, NodeId to, long validFromMillis, Long validToMillis) {}
