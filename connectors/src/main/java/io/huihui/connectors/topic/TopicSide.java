package io.huihui.connectors.topic;

/** Whether the main job reads a topic or writes it. */
public enum TopicSide {
    IN,
    OUT
}
