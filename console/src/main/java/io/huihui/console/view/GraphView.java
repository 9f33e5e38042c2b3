package io.huihui.console.view;

import io.huihui.models.graph.Node;

import java.util.List;

/** What was known around a symbol at a moment. */
public record GraphView(String symbol, long asOfMillis, List<GraphLink> links, List<Node> nodes) {}
