package io.huihui.connectors.neo4j;

import io.huihui.models.graph.Context;
import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.ContextWalk;
import io.huihui.models.graph.ContextWalk.Found;
import io.huihui.models.graph.Link;
import io.huihui.models.graph.LinkKind;
import io.huihui.models.graph.MarketGraph;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Asks the graph in Neo4j, by Bolt: a hop is one statement, the same for every question, so that
 * the server plans it once and is waited for once. For any number of threads.
 */
public final class Neo4jGraph implements MarketGraph, AutoCloseable {

    /** Questions at a time; more wait. */
    private static final int CONNECTIONS = 8;

    /** One way to leave a node. */
    private record Branch(LinkKind kind, boolean back) {
        private NodeKind near() {
            return back ? kind.to() : kind.from();
        }

        private NodeKind far() {
            return back ? kind.from() : kind.to();
        }
    }

    private static final List<Branch> BRANCHES = branches();
    private static final String HOP = hop();

    private final Neo4jConfig config;
    private final Driver driver;
    private final TransactionConfig limits;

    private Neo4jGraph(Neo4jConfig config, Driver driver) {
        this.config = config;
        this.driver = driver;
        this.limits = TransactionConfig.builder().withTimeout(config.transactionTimeout()).build();
    }

    /** Returns a graph that connects when it is first asked. */
    public static Neo4jGraph open(Neo4jConfig config) {
        return new Neo4jGraph(config, Neo4jConnections.open(config, CONNECTIONS));
    }

    private static List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        for (LinkKind kind : LinkKind.all()) {
            branches.add(new Branch(kind, false));
            if (kind.isWalkedBack()) {
                branches.add(new Branch(kind, true));
            }
        }
        return List.copyOf(branches);
    }

    /** Returns the finding of all links that a walk may take, from nodes of all kinds. */
    private static String hop() {
        StringJoiner hop = new StringJoiner("UNION ALL\n");
        for (int i = 0; i < BRANCHES.size(); i++) {
            hop.add(GraphStatements.find(BRANCHES.get(i).kind(), BRANCHES.get(i).back(), i));
        }
        return hop.toString();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the server does not answer, with a sentence
     */
    @Override
    public Context context(ContextQuestion question) {
        try (Session session = Neo4jConnections.session(driver, config)) {
            return session.executeRead(
                    transaction ->
                            ContextWalk.answer(
                                    question, (nodes, asked) -> find(transaction, nodes, asked)),
                    limits);
        } catch (Neo4jException failure) {
            throw new UncheckedIOException(Neo4jFailures.translate(failure, config, "a question"));
        }
    }

    private static List<Found> find(
            TransactionContext transaction, Collection<NodeId> nodes, ContextQuestion question) {
        Map<NodeKind, List<String>> ids = new EnumMap<>(NodeKind.class);
        NodeKind.all().forEach(kind -> ids.put(kind, new ArrayList<>()));
        nodes.forEach(node -> ids.get(node.kind()).add(node.id()));
        Map<String, Value> near = new HashMap<>();
        ids.forEach((kind, known) -> near.put(kind.label(), Values.value(known)));
        Map<String, Value> parameters = new HashMap<>();
        parameters.put("near", Values.value(near));
        parameters.put("asOf", Values.value(GraphStatements.time(question.asOfMillis())));
        parameters.put("begin", Values.value(GraphStatements.time(question.windowBeginMillis())));
        parameters.put("most", Values.value(question.most()));
        return transaction.run(HOP, Values.value(parameters)).list(Neo4jGraph::found);
    }

    private static Found found(Record row) {
        Branch branch = BRANCHES.get(row.get("branch").asInt());
        NodeId near = new NodeId(branch.near(), row.get("near").asString());
        NodeId far = new NodeId(branch.far(), row.get("far").asString());
        Value validTo = row.get("validTo");
        Link link =
                new Link(
                        branch.kind(),
                        branch.back() ? far : near,
                        branch.back() ? near : far,
                        row.get("validFrom").asLong(),
                        validTo.isNull() ? null : validTo.asLong());
        Value value = row.get("value");
        Node node =
                new Node(
                        far,
                        row.get("says").asString(null),
                        row.get("detail").asString(null),
                        value.isNull() ? null : value.asDouble());
        return new Found(near, link, node);
    }

    @Override
    public void close() {
        driver.close();
    }
}
