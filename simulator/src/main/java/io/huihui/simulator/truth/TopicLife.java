package io.huihui.simulator.truth;

import io.huihui.models.Require;

/** A topic begins (true) or stops (false) to make news. */
public record TopicLife(String topic, long eventTimeMillis, boolean born) implements TruthRecord {

    public TopicLife {
        Require.text("topic", topic);
    }

    static TopicLife read(TruthLine.Reader line) {
        return new TopicLife(line.text("topic"), line.whole("eventTimeMillis"), line.flag("born"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.TOPIC_LIFE;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(topic);
        line.add(eventTimeMillis);
        line.add(born);
    }
}
