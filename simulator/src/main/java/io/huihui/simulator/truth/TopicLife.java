package io.huihui.simulator.truth;

import io.huihui.models.Require;

/** A topic begins (true) or stops (false) to make news. */
public record TopicLife(String topic, long eventTimeMillis, boolean born) implements TruthRecord {

    public TopicLife {
        Require.text("topic", topic);
    }
}
