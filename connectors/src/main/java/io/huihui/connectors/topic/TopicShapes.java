package io.huihui.connectors.topic;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.feature.SnapshotId;

import java.util.function.Function;

/** The few shapes that topics have: what their records are keyed, identified and ordered by. */
final class TopicShapes {

    private TopicShapes() {}

    /** Returns a topic of market events, keyed by symbol. */
    static <T extends MarketEvent> Topic<T> market(String name, Class<T> recordClass) {
        return new Topic<>(
                name,
                TopicSide.IN,
                recordClass,
                MarketEvent::symbol,
                TopicShapes::eventId,
                TopicShapes::eventOrder);
    }

    /** Returns a topic that the job reads and that has an order of its own. */
    static <T> Topic<T> input(
            String name,
            Class<T> recordClass,
            Function<T, String> key,
            Function<T, String> id,
            Function<T, EffectOrder> order) {
        return new Topic<>(name, TopicSide.IN, recordClass, key, id, order);
    }

    /** Returns a topic of results whose id is that of their snapshot, and a kind and version. */
    static <T> Topic<T> snapshot(
            String name,
            Class<T> recordClass,
            Function<T, SnapshotId> snapshot,
            Function<T, String> kindAndVersion) {
        return identified(
                name,
                recordClass,
                snapshot,
                value -> snapshot.apply(value).text() + "/" + kindAndVersion.apply(value));
    }

    /** Returns a topic of results of agents, identified as those of {@link #snapshot}. */
    static <T> Topic<T> byAgents(
            String name,
            Class<T> recordClass,
            Function<T, SnapshotId> snapshot,
            Function<T, String> kindAndVersion) {
        return of(
                TopicSide.AGENTS,
                name,
                recordClass,
                snapshot,
                value -> snapshot.apply(value).text() + "/" + kindAndVersion.apply(value));
    }

    /** Returns a topic of results that have an id of their own. */
    static <T> Topic<T> identified(
            String name,
            Class<T> recordClass,
            Function<T, SnapshotId> snapshot,
            Function<T, String> id) {
        return of(TopicSide.OUT, name, recordClass, snapshot, id);
    }

    /** Returns a topic of results, by who writes them. */
    static <T> Topic<T> of(
            TopicSide side,
            String name,
            Class<T> recordClass,
            Function<T, SnapshotId> snapshot,
            Function<T, String> id) {
        return new Topic<>(
                name,
                side,
                recordClass,
                value -> snapshot.apply(value).symbol(),
                id,
                value ->
                        new EffectOrder(
                                snapshot.apply(value).secondEndMillis(), id.apply(value), 0));
    }

    /** Returns {@code symbol@time/Record/source/sequence}. */
    static String eventId(MarketEvent event) {
        return event.symbol()
                + "@"
                + event.eventTimeMillis()
                + "/"
                + event.getClass().getSimpleName()
                + "/"
                + event.source()
                + "/"
                + event.sequence();
    }

    /** Returns {@code market@time/correlations/half-life in minutes}. */
    static String matrixId(CorrelationMatrix matrix) {
        return "market@"
                + matrix.eventTimeMillis()
                + "/correlations/"
                + Math.round(matrix.halfLifeMinutes());
    }

    static EffectOrder eventOrder(MarketEvent event) {
        return new EffectOrder(event.eventTimeMillis(), event.source(), event.sequence());
    }
}
