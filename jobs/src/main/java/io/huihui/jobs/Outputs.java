package io.huihui.jobs;

import io.huihui.connectors.topic.Topic;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the main job writes: topics and stores when live, files when it replays. */
public interface Outputs {

    /** Takes every record of a stream to wherever records of this topic go. */
    <T> void write(Topic<T> topic, DataStream<T> records);
}
