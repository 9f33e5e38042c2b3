package io.huihui.models.graph;

import java.util.List;

/**
 * What a node is. Ids are those of the records, so that the record in full can be found under the
 * same id in its topic and its table; a node itself tells only what one wants to read in passing
 * ({@link Node}).
 */
public enum NodeKind {
    /** Id: the symbol. Tells nothing. */
    SYMBOL("Symbol"),
    /** Id: the sector's name. Tells nothing. */
    SECTOR("Sector"),
    /** Says the condition; detail: the trend. */
    MARKET_STATE("MarketState"),
    /** One stay in an event regime. Says the regime. */
    EVENT_REGIME("EventRegime"),
    /** Says the headline; detail: the source. */
    NEWS("News"),
    /** Id: the number of the topic. Tells nothing, since what it is about changes. */
    NARRATIVE("Narrative"),
    /** Says BORN or DIED; detail: the keywords then; value: 1 for a shift, else 0. */
    NARRATIVE_CHANGE("NarrativeChange"),
    /** Says the signal; detail: the direction; value: the strength, -5..5. */
    SIGNAL("Signal"),
    /** Says TRADE or NO_TRADE; detail: thesis or reason; value: the probability, 0..1. */
    DIRECTIVE("Directive"),
    /** Where directives and outcomes of one second meet. Tells nothing. */
    SNAPSHOT("Snapshot"),
    /** Says what happened; detail: predictor and horizon; value: the Brier score, 0..2. */
    OUTCOME("Outcome");

    private static final List<NodeKind> ALL = List.of(values());

    private final String label;

    NodeKind(String label) {
        this.label = label;
    }

    /** Returns the label of such nodes in the store. */
    public String label() {
        return label;
    }

    /** Returns all, without the copy that {@code values()} makes. */
    public static List<NodeKind> all() {
        return ALL;
    }
}
