package io.huihui.jobs;

import io.huihui.connectors.topic.Topic;
import io.huihui.models.graph.Facts;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the main job writes: topics and stores when live, files when it replays. */
public interface Outputs {

    /** Takes every record of a stream to wherever records of this topic go. */
    <T> void write(Topic<T> topic, DataStream<T> records);

    /**
     * Takes the records of a topic that several tasks make to where they go.
     *
     * @param awaited those that somebody waits for; they take no way round through another task
     */
    default <T> void write(Topic<T> topic, DataStream<T> awaited, DataStream<T> others) {
        write(topic, awaited.union(others));
    }

    /** Returns whether there is a graph. A replay has none. */
    default boolean hasGraph() {
        return false;
    }

    /** Takes to the graph, if there is one, what all records add to it; called once. */
    default void link(DataStream<Facts> facts) {}

    /** Hears that all topics have been written: what writes several of them can be attached now. */
    default void end() {}
}
