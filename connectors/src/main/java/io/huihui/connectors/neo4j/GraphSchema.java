package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.InvalidTargetException;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Makes the constraints that the merges rest on: without them every merge would scan its label, and
 * two at once could make a node twice.
 */
public final class GraphSchema {

    private static final List<String> STATEMENTS =
            List.of(
                    unique("symbol_name", "Symbol", "name"),
                    unique("market_state_id", "MarketState", "id"),
                    unique("event_regime_id", "EventRegime", "id"),
                    unique("signal_id", "Signal", "id"),
                    unique("directive_id", "Directive", "id"),
                    unique("snapshot_id", "Snapshot", "id"),
                    unique("outcome_id", "Outcome", "id"),
                    intervalIndex("IN_STATE"),
                    intervalIndex("IN_REGIME"),
                    intervalIndex("ADVISED"));

    private GraphSchema() {}

    /**
     * Creates what is missing; what is there stays.
     *
     * @throws InvalidTargetException when the server is not as configured, with what to do
     */
    public static void apply(Neo4jConfig config) {
        try (Driver driver = Neo4jConnections.open(config);
                Session session = Neo4jConnections.session(driver, config)) {
            for (String statement : STATEMENTS) {
                session.run(statement).consume();
            }
        } catch (Neo4jException failure) {
            IOException unavailable =
                    Neo4jFailures.translate(failure, config, "the graph's schema");
            throw new InvalidTargetException(
                    unavailable.getMessage() + "; start the server or correct the address",
                    unavailable);
        }
    }

    private static String unique(String name, String label, String property) {
        return "CREATE CONSTRAINT "
                + name
                + " IF NOT EXISTS FOR (n:"
                + label
                + ") REQUIRE n."
                + property
                + " IS UNIQUE";
    }

    private static String intervalIndex(String relation) {
        return "CREATE INDEX "
                + relation.toLowerCase(Locale.ROOT)
                + "_interval IF NOT EXISTS FOR ()-[r:"
                + relation
                + "]-() ON (r.validFrom, r.validTo)";
    }
}
