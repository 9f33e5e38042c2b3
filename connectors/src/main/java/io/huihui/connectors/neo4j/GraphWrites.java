package io.huihui.connectors.neo4j;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Signal;
import io.huihui.models.expert.sentiment.narrative.NarratedStory;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.graph.GraphFacts;

/** The kinds of record that the graph takes; what each adds says {@link GraphFacts}. */
public final class GraphWrites {

    private GraphWrites() {}

    public static GraphWrite<MarketState> marketStates() {
        return new GraphWrite<>("market-states", GraphFacts::of);
    }

    public static GraphWrite<Signal> signals() {
        return new GraphWrite<>("signals", GraphFacts::of);
    }

    public static GraphWrite<Directive> directives() {
        return new GraphWrite<>("directives", GraphFacts::of);
    }

    public static GraphWrite<Outcome> outcomes() {
        return new GraphWrite<>("outcomes", GraphFacts::of);
    }

    public static GraphWrite<NarratedStory> stories() {
        return new GraphWrite<>("stories", GraphFacts::of);
    }

    public static GraphWrite<NarrativeEvent> narratives() {
        return new GraphWrite<>("narratives", GraphFacts::of);
    }
}
