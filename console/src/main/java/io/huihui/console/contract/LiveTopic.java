package io.huihui.console.contract;

import io.huihui.connectors.topic.Topic;

import java.util.function.Function;

/** How records of a topic are told apart by those who want the newest of each. */
public final class LiveTopic<T> {

    /** Key of what belongs to no symbol. */
    public static final String MARKET = "";

    private final Topic<T> topic;
    private final Function<T, String> key;
    private final Function<T, String> slot;

    private LiveTopic(Topic<T> topic, Function<T, String> key, Function<T, String> slot) {
        this.topic = topic;
        this.key = key;
        this.slot = slot;
    }

    /** Returns a topic of which a symbol has one newest record. */
    static <T> LiveTopic<T> one(Topic<T> topic) {
        return many(topic, value -> "");
    }

    /** Returns a topic of which a symbol has several newest records, told apart by their slot. */
    static <T> LiveTopic<T> many(Topic<T> topic, Function<T, String> slot) {
        return new LiveTopic<>(topic, topic::keyOf, slot);
    }

    /** Returns a topic whose records belong to no symbol. */
    static <T> LiveTopic<T> market(Topic<T> topic, Function<T, String> slot) {
        return new LiveTopic<>(topic, value -> MARKET, slot);
    }

    public Topic<T> topic() {
        return topic;
    }

    /** Returns the symbol, or {@link #MARKET}. */
    public String keyOf(T value) {
        return key.apply(value);
    }

    /** Returns what tells it from others of its topic and symbol; empty where there is one. */
    public String slotOf(T value) {
        return slot.apply(value);
    }

    @Override
    public String toString() {
        return topic.toString();
    }
}
