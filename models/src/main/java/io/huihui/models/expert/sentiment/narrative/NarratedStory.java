package io.huihui.models.expert.sentiment.narrative;

import io.huihui.models.Require;
import io.huihui.models.event.NewsItem;

/**
 * A story and the topic it belongs to.
 *
 * @param topic number of the topic; {@value #NO_TOPIC} for a headline without a telling word
 */
public record NarratedStory(NewsItem item, long topic) {

    public static final long NO_TOPIC = 0;

    public NarratedStory {
        Require.present("item", item);
        Require.notNegative("topic", topic);
    }
}
