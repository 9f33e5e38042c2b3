package io.huihui.jobs;

import io.huihui.connectors.neo4j.GraphWrite;
import io.huihui.connectors.topic.Topic;

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

    /** Takes to the graph what no topic has. A replay has no graph, and leaves it. */
    default <T> void link(GraphWrite<T> write, DataStream<T> records) {}
}
