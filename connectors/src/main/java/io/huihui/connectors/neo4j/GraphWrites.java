package io.huihui.connectors.neo4j;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Signal;
import io.huihui.models.feature.SnapshotId;

import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The graph: symbols, the states and regimes they were in, the signals they showed, what was
 * advised and how it turned out. Every relation says from when it holds ({@code validFrom}) and,
 * where it ends, until when ({@code validTo}, exclusive): a query for a moment {@code t} asks for
 * {@code validFrom <= t} and {@code validTo IS NULL OR t < validTo}, and so never sees what was
 * known later.
 *
 * <p>Records may come in any order and more than once: all is merged by ids that come from the
 * records, and the end of an interval only ever moves forward.
 */
public final class GraphWrites {

    private static final String ROWS = "UNWIND $rows AS row\n";

    /** The distance of two snapshots. */
    private static final long ONE_SECOND_MILLIS = 1_000;

    private GraphWrites() {}

    /** Returns the writing of market states: one node and relation per stay in a condition. */
    public static GraphWrite<MarketState> marketStates() {
        return new GraphWrite<>(
                "market-states",
                ROWS
                        + """
                        MERGE (symbol:Symbol {name: row.symbol})
                        MERGE (state:MarketState {id: row.id})
                        SET state.condition = row.condition, state.rulesVersion = row.rulesVersion
                        MERGE (symbol)-[stay:IN_STATE {validFrom: row.since}]->(state)
                        SET stay.validTo = CASE WHEN stay.validTo > row.until
                            THEN stay.validTo ELSE row.until END
                        FOREACH (event IN row.events |
                            MERGE (regime:EventRegime {id: event.id})
                            SET regime.name = event.name
                            MERGE (symbol)-[active:IN_REGIME {validFrom: event.since}]->(regime)
                            SET active.validTo = CASE WHEN active.validTo > row.until
                                THEN active.validTo ELSE row.until END)
                        """,
                GraphWrites::marketState);
    }

    private static Value marketState(MarketState state) {
        SnapshotId snapshot = state.snapshot();
        long sinceMillis = snapshot.secondEndMillis() - state.ageMillis();
        List<Value> events =
                state.events().stream().map(event -> eventRegime(snapshot, event)).toList();
        return Values.parameters(
                "symbol", snapshot.symbol(),
                "id", snapshot.symbol() + "@" + sinceMillis + "/" + state.condition(),
                "condition", state.condition().name(),
                "rulesVersion", state.rulesVersion(),
                "since", time(sinceMillis),
                "until", time(snapshot.secondEndMillis()),
                "events", events);
    }

    private static Value eventRegime(SnapshotId snapshot, EventRegime event) {
        return Values.parameters(
                "id", snapshot.symbol() + "@" + event.onsetMillis() + "/" + event.name(),
                "name", event.name().name(),
                "since", time(event.onsetMillis()));
    }

    /** Returns the writing of signals: each is a fact of its second. */
    public static GraphWrite<Signal> signals() {
        return new GraphWrite<>(
                "signals",
                ROWS
                        + """
                        MERGE (symbol:Symbol {name: row.symbol})
                        MERGE (signal:Signal {id: row.id})
                        SET signal.name = row.name, signal.direction = row.direction,
                            signal.strength = row.strength, signal.strike = row.strike,
                            signal.marketState = row.marketState
                        MERGE (symbol)-[:SHOWED {validFrom: row.at}]->(signal)
                        """,
                signal ->
                        Values.parameters(
                                "symbol", signal.snapshot().symbol(),
                                "id", signal.id(),
                                "name", signal.name().name(),
                                "direction", signal.direction().name(),
                                "strength", signal.strength(),
                                "strike", signal.strike(),
                                "marketState", signal.marketState(),
                                "at", time(signal.snapshot().secondEndMillis())));
    }

    /**
     * Returns the writing of directives, joined to the signals they rest on and to the snapshot by
     * which outcomes find them. A trade is advice until its exit time; not to trade is advice for
     * its second.
     */
    public static GraphWrite<Directive> directives() {
        return new GraphWrite<>(
                "directives",
                ROWS
                        + """
                        MERGE (symbol:Symbol {name: row.symbol})
                        MERGE (directive:Directive {id: row.id})
                        SET directive.action = row.action, directive.thesis = row.thesis,
                            directive.reason = row.reason,
                            directive.probability = row.probability,
                            directive.marketState = row.marketState
                        MERGE (symbol)-[advice:ADVISED {validFrom: row.at}]->(directive)
                        SET advice.validTo = row.until
                        MERGE (snapshot:Snapshot {id: row.snapshot})
                        MERGE (directive)-[:MADE_AT {validFrom: row.at}]->(snapshot)
                        FOREACH (id IN row.signals |
                            MERGE (signal:Signal {id: id})
                            MERGE (directive)-[:RESTS_ON {validFrom: row.at}]->(signal))
                        """,
                GraphWrites::directive);
    }

    private static Value directive(Directive directive) {
        long atMillis = directive.snapshot().secondEndMillis();
        long untilMillis =
                directive.plan() == null
                        ? atMillis + ONE_SECOND_MILLIS
                        : directive.plan().exitByMillis();
        return Values.parameters(
                "symbol", directive.snapshot().symbol(),
                "id", directive.id(),
                "action", directive.action().name(),
                "thesis", directive.thesis() == null ? null : directive.thesis().name(),
                "reason", directive.reason(),
                "probability", directive.probability(),
                "marketState", directive.marketState(),
                "at", time(atMillis),
                "until", time(untilMillis),
                "snapshot", directive.snapshot().text(),
                "signals", directive.signals());
    }

    /**
     * Returns the writing of outcomes; each holds from when it was known, not from its snapshot.
     */
    public static GraphWrite<Outcome> outcomes() {
        return new GraphWrite<>(
                "outcomes",
                ROWS
                        + """
                        MERGE (symbol:Symbol {name: row.symbol})
                        MERGE (outcome:Outcome {id: row.id})
                        SET outcome.predictor = row.predictor,
                            outcome.horizonMinutes = row.horizonMinutes,
                            outcome.realized = row.realized, outcome.correct = row.correct,
                            outcome.brier = row.brier, outcome.logReturn = row.logReturn,
                            outcome.marketState = row.marketState
                        MERGE (symbol)-[:TURNED_OUT {validFrom: row.knownAt}]->(outcome)
                        MERGE (snapshot:Snapshot {id: row.snapshot})
                        MERGE (snapshot)-[:TURNED_OUT {validFrom: row.knownAt}]->(outcome)
                        """,
                GraphWrites::outcome);
    }

    private static Value outcome(Outcome outcome) {
        SnapshotId snapshot = outcome.snapshot();
        int minutes = outcome.thesis().horizon().minutes();
        return Values.parameters(
                "symbol", snapshot.symbol(),
                "id",
                        String.join(
                                "/",
                                snapshot.text(),
                                outcome.predictor(),
                                minutes + "m",
                                outcome.modelVersion()),
                "snapshot", snapshot.text(),
                "predictor", outcome.predictor(),
                "horizonMinutes", minutes,
                "realized", outcome.realized().name(),
                "correct", outcome.correct(),
                "brier", outcome.brier(),
                "logReturn", outcome.logReturn(),
                "marketState", outcome.marketState(),
                "knownAt", time(snapshot.secondEndMillis() + outcome.thesis().horizon().millis()));
    }

    private static ZonedDateTime time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC);
    }
}
