package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.BatchTarget;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.Link;
import io.huihui.models.graph.LinkKind;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes batches of facts, each in one transaction: a statement per kind of node and of link. What
 * several facts of a batch say alike is written once.
 */
final class Neo4jTarget implements BatchTarget<Facts> {

    /** The parameters are encoded only when sent; a fact of the graph is about this large. */
    private static final int FACT_BYTES = 256;

    private final Neo4jConfig config;

    /** In an order of their own, so that two writers lock what they share in the same order. */
    private final Map<NodeKind, TreeMap<NodeId, Node>> nodes = new EnumMap<>(NodeKind.class);

    private final Map<LinkKind, TreeMap<Link, Link>> links = new EnumMap<>(LinkKind.class);
    private int records;
    private int nodesAndLinks;

    private Driver driver;

    Neo4jTarget(Neo4jConfig config) {
        this.config = config;
    }

    @Override
    public void add(Facts added) {
        for (Node node : added.nodes()) {
            nodes.computeIfAbsent(node.id().kind(), kind -> new TreeMap<>()).put(node.id(), node);
        }
        for (Link link : added.links()) {
            links.computeIfAbsent(link.kind(), kind -> new TreeMap<>(Link.LATEST_FIRST))
                    .merge(link, link, Link::endingAsLateAs);
        }
        records++;
        nodesAndLinks += added.nodes().size() + added.links().size();
    }

    @Override
    public int rows() {
        return records;
    }

    @Override
    public int bytes() {
        return nodesAndLinks * FACT_BYTES;
    }

    @Override
    public void clear() {
        nodes.clear();
        links.clear();
        records = 0;
        nodesAndLinks = 0;
    }

    @Override
    public String name() {
        return "Neo4j at " + config.uri();
    }

    /** Sends the batch; the graph does not say which rows were new, so all count as new. */
    @Override
    public long send() throws IOException {
        if (driver == null) {
            driver = Neo4jConnections.open(config);
        }
        TransactionConfig limits =
                TransactionConfig.builder().withTimeout(config.transactionTimeout()).build();
        try (Session session = Neo4jConnections.session(driver, config)) {
            session.executeWriteWithoutResult(this::send, limits);
            return records;
        } catch (Neo4jException failure) {
            throw Neo4jFailures.translate(failure, config, "facts");
        }
    }

    private void send(TransactionContext transaction) {
        nodes.forEach(
                (kind, each) ->
                        run(
                                transaction,
                                GraphStatements.merge(kind),
                                each.values().stream().map(GraphStatements::row).toList()));
        links.forEach(
                (kind, each) ->
                        run(
                                transaction,
                                GraphStatements.merge(kind),
                                each.values().stream().map(GraphStatements::row).toList()));
    }

    private static void run(TransactionContext transaction, String statement, List<Value> rows) {
        transaction.run(statement, GraphStatements.batch(rows)).consume();
    }

    @Override
    public void close() {
        if (driver != null) {
            driver.close();
            driver = null;
        }
    }
}
