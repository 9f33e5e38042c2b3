package io.huihui.connectors.neo4j;

import io.huihui.models.graph.Link;
import io.huihui.models.graph.LinkKind;
import io.huihui.models.graph.LinkKind.Hub;
import io.huihui.models.graph.LinkKind.Reach;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeKind;

import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How the graph lies in Neo4j: a label or type per kind; nodes with {@code id}, {@code says},
 * {@code detail}, {@code value}; links with {@code validFrom} and, where they say it, {@code
 * validTo} (exclusive); and the id of its hub on a link whose kind has one.
 *
 * <p>Lists are passed inside a map: the server keeps a plan for each statement and types of its
 * parameters, a list has another type when it is empty, of one or of ten, and to plan takes longer
 * than to answer (decision 0286).
 */
final class GraphStatements {

    private static final String ROWS = "UNWIND $batch.rows AS row\n";

    private GraphStatements() {}

    /** Returns the merging of nodes of a kind. */
    static String merge(NodeKind kind) {
        return ROWS
                + "MERGE (node:"
                + kind.label()
                + " {id: row.id})\n"
                + "SET node.says = row.says, node.detail = row.detail, node.value = row.value";
    }

    /** Returns the parameters of a merging. */
    static Value batch(List<Value> rows) {
        return Values.parameters("batch", Values.parameters("rows", rows));
    }

    static Value row(Node node) {
        return Values.parameters(
                "id", node.id().id(),
                "says", node.says(),
                "detail", node.detail(),
                "value", node.value());
    }

    /**
     * Returns the merging of links of a kind, and of their ends where those are not known yet. The
     * end of a link is the latest that anybody told, in whatever order.
     */
    static String merge(LinkKind kind) {
        String hub =
                switch (kind.hub()) {
                    case NONE -> "";
                    case FROM -> "ON CREATE SET link.hub = row.from\n";
                    case TO -> "ON CREATE SET link.hub = row.to\n";
                };
        String end =
                hasEnd(kind)
                        ? "SET link.validTo = CASE WHEN link.validTo IS NULL"
                                + " OR link.validTo < row.validTo"
                                + " THEN row.validTo ELSE link.validTo END"
                        : "";
        return ROWS
                + "MERGE (from:"
                + kind.from().label()
                + " {id: row.from})\n"
                + "MERGE (to:"
                + kind.to().label()
                + " {id: row.to})\n"
                + "MERGE (from)-[link:"
                + kind
                + " {validFrom: row.validFrom}]->(to)\n"
                + hub
                + end;
    }

    static Value row(Link link) {
        return Values.parameters(
                "from", link.from().id(),
                "to", link.to().id(),
                "validFrom", time(link.validFromMillis()),
                "validTo", link.validToMillis() == null ? null : time(link.validToMillis()));
    }

    private static boolean hasEnd(LinkKind kind) {
        return kind.reach() == Reach.MEMBERSHIP || kind.endsAsPlanned();
    }

    /**
     * Returns the finding of links of a kind from nodes at one of their ends, whose ids the map
     * {@code $near} has under the label of their kind: what {@link LinkKind.Reach} lets a question
     * see, per node the latest {@code $most}.
     *
     * @param branch a number that comes back with each row
     */
    static String find(LinkKind kind, boolean back, int branch) {
        boolean hub = kind.hub() == (back ? Hub.TO : Hub.FROM);
        // The kind of a link says the kinds of its ends; to check their labels would cost a look
        // at each.
        String label = (back ? kind.to() : kind.from()).label();
        String near = hub ? "()" : "(:" + label + " {id: near})";
        String link = "[link:" + kind + "]";
        String pattern = near + (back ? "<-" + link + "-" : "-" + link + "->") + "(far)";
        return "UNWIND $near."
                + label
                + " AS near\nCALL (near) {\nMATCH "
                + pattern
                + (hub ? "\nUSING INDEX link:" + kind + "(hub, validFrom)" : "")
                + "\nWHERE link.validFrom <= $asOf"
                + (hub ? " AND link.hub = near" : "")
                + reach(kind)
                + "\nRETURN link, far ORDER BY "
                // The order of the index, so that the server need not sort all of a look-back.
                + (hub ? "link.hub DESC, " : "")
                + "link.validFrom DESC, far.id LIMIT $most\n}\n"
                + "RETURN "
                + branch
                + " AS branch, near, far.id AS far, link.validFrom.epochMillis AS validFrom,"
                + " link.validTo.epochMillis AS validTo, far.says AS says, far.detail AS detail,"
                + " far.value AS value\n";
    }

    private static String reach(LinkKind kind) {
        return switch (kind.reach()) {
            case RECENT -> " AND link.validFrom >= $begin";
            case MEMBERSHIP -> " AND (link.validTo IS NULL OR link.validTo > $asOf)";
            case LATEST, TIED -> "";
        };
    }

    static ZonedDateTime time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC);
    }
}
