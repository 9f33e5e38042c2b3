package io.huihui.connectors.topic;

/** Who reads a topic and who writes it. */
public enum TopicSide {
    /** The main job reads it. */
    IN,
    /** The main job writes it. */
    OUT,
    /** Agents beside the job write it, and the job has no part in it. */
    AGENTS,
    /** A job over history writes it, and the job has no part in it. */
    HISTORY
}
