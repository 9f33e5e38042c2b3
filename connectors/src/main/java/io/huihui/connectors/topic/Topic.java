package io.huihui.connectors.topic;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.RecordCodecs;
import io.huihui.connectors.codec.RecordJson;
import io.huihui.connectors.codec.SchemaHistory;
import io.huihui.models.event.MarketEvent;

import java.util.function.Function;

/**
 * One topic: its name, its record, and how a record's key, id and place in the order follow from
 * its content. The id is the same in every run over the same input, so a reader can drop what comes
 * twice. A topic travels to a cluster by its name; {@link Topics#named} gives it back.
 */
public final class Topic<T> {

    /** Before every topic's short name. */
    public static final String PREFIX = "huihui.";

    /** Before the whole name, for what a version on trial writes. */
    private static final String CANARY_PREFIX = "canary.";

    private final String shortName;
    private final TopicSide side;
    private final Class<T> recordClass;
    private final Function<T, String> key;
    private final Function<T, String> id;
    private final Function<T, EffectOrder> order;
    private SchemaHistory schemas;

    Topic(
            String shortName,
            TopicSide side,
            Class<T> recordClass,
            Function<T, String> key,
            Function<T, String> id,
            Function<T, EffectOrder> order) {
        this.shortName = shortName;
        this.side = side;
        this.recordClass = recordClass;
        this.key = key;
        this.id = id;
        this.order = order;
    }

    /** Name in Kafka, e.g. {@code huihui.quotes}. */
    public String name() {
        return PREFIX + shortName;
    }

    /** Name in Kafka of what a version on trial writes, e.g. {@code canary.huihui.verdicts}. */
    public String canaryName() {
        return CANARY_PREFIX + name();
    }

    /** Name of its schemas and of its file in a tape, e.g. {@code quotes}. */
    public String shortName() {
        return shortName;
    }

    public TopicSide side() {
        return side;
    }

    public Class<T> recordClass() {
        return recordClass;
    }

    /** Key in Kafka: records with the same key keep their order. */
    public String keyOf(T value) {
        return key.apply(value);
    }

    /** Deterministic id: (symbol, snapshot or time, kind, version). */
    public String idOf(T value) {
        return id.apply(value);
    }

    /** Place in the total order of the topic. */
    public EffectOrder orderOf(T value) {
        return order.apply(value);
    }

    /** When it happened, milliseconds since the epoch; 0 for a dead letter. */
    public long eventTimeMillisOf(T value) {
        return value instanceof MarketEvent event
                ? event.eventTimeMillis()
                : order.apply(value).eventTimeMillis();
    }

    /** Every version of the topic's schema. */
    public synchronized SchemaHistory schemas() {
        if (schemas == null) {
            schemas = SchemaHistory.load(shortName);
        }
        return schemas;
    }

    /** Returns a codec; every thread needs its own. */
    public RecordCodec<T> newCodec() {
        return RecordCodecs.of(recordClass, schemas());
    }

    /** Returns a renderer of records as lines of JSON. */
    public RecordJson<T> newJson() {
        return RecordJson.of(recordClass);
    }

    @Override
    public String toString() {
        return name();
    }
}
