package io.huihui.models.expert.sentiment.narrative;

import io.huihui.models.Require;

import java.util.List;

/**
 * A topic begins or stops to make news.
 *
 * @param topic number of the topic, never used twice
 * @param shift true when it is born after the warm-up: the news turned to something new
 * @param keywords what marks it, most telling first
 */
public record NarrativeEvent(
        Kind kind, long topic, long eventTimeMillis, boolean shift, List<String> keywords) {

    /** What happened to the topic. */
    public enum Kind {
        BORN,
        DIED
    }

    public NarrativeEvent {
        Require.present("kind", kind);
        Require.notNegative("topic", topic);
        keywords = List.copyOf(keywords);
    }
}
