package io.huihui.jobs;

import io.huihui.connectors.neo4j.GraphWrite;
import io.huihui.connectors.neo4j.GraphWrites;
import io.huihui.connectors.postgres.DeskTables;
import io.huihui.connectors.postgres.FeatureTable;
import io.huihui.connectors.postgres.PostgresTable;
import io.huihui.connectors.postgres.StoreTables;
import io.huihui.connectors.postgres.TradeTables;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which topic also has tables, and which a shape in the graph. */
final class StorePlaces {

    private record Place<T, P>(Topic<T> topic, Supplier<P> place) {}

    private static final List<Place<?, ? extends PostgresTable<?>>> TABLES =
            List.of(
                    table(Topics.FEATURES, FeatureTable::features),
                    table(Topics.OPINIONS, StoreTables::opinions),
                    table(Topics.VERDICTS, StoreTables::verdicts),
                    table(Topics.MARKET_STATES, StoreTables::marketStates),
                    table(Topics.OUTCOMES, StoreTables::outcomes),
                    table(Topics.DEAD_LETTERS, StoreTables::deadLetters),
                    table(Topics.SIGNALS, TradeTables::signals),
                    table(Topics.DIRECTIVES, TradeTables::directives),
                    table(Topics.MANAGEMENT, TradeTables::managementDirectives),
                    table(Topics.RECOMMENDATIONS, TradeTables::recommendations),
                    table(Topics.RECOMMENDATIONS, TradeTables::recommendationLegs),
                    table(Topics.ALERTS, DeskTables::alerts),
                    table(Topics.EXPLANATIONS, DeskTables::explanations),
                    table(Topics.KEY_LEVELS, DeskTables::keyLevels),
                    table(Topics.THRESHOLDS, DeskTables::thresholds));

    private static final List<Place<?, ? extends GraphWrite<?>>> GRAPH =
            List.of(
                    graph(Topics.MARKET_STATES, GraphWrites::marketStates),
                    graph(Topics.SIGNALS, GraphWrites::signals),
                    graph(Topics.DIRECTIVES, GraphWrites::directives),
                    graph(Topics.OUTCOMES, GraphWrites::outcomes),
                    graph(Topics.NARRATIVES, GraphWrites::narratives));

    private StorePlaces() {}

    /** Returns every table. */
    static List<PostgresTable<?>> tables() {
        List<PostgresTable<?>> tables = new ArrayList<>();
        TABLES.forEach(place -> tables.add(place.place().get()));
        return tables;
    }

    @SuppressWarnings("unchecked") // a place is only ever listed beside a topic of its own records
    static <T> List<PostgresTable<T>> tables(Topic<T> topic) {
        return find(TABLES, topic).map(place -> (PostgresTable<T>) place).toList();
    }

    @SuppressWarnings("unchecked") // as above
    static <T> List<GraphWrite<T>> graph(Topic<T> topic) {
        return find(GRAPH, topic).map(place -> (GraphWrite<T>) place).toList();
    }

    private static <P> Stream<P> find(List<Place<?, ? extends P>> places, Topic<?> topic) {
        return places.stream()
                .filter(place -> place.topic() == topic)
                .map(place -> place.place().get());
    }

    private static <T> Place<T, PostgresTable<T>> table(
            Topic<T> topic, Supplier<PostgresTable<T>> table) {
        return new Place<>(topic, table);
    }

    private static <T> Place<T, GraphWrite<T>> graph(
            Topic<T> topic, Supplier<GraphWrite<T>> write) {
        return new Place<>(topic, write);
    }
}
