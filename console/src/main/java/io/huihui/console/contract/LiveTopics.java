package io.huihui.console.contract;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;

import java.util.List;
import java.util.Set;

/** The topics that the console reads: all results, and the news that explain them. */
public final class LiveTopics {

    /** Copies of what the console shows elsewhere, or of no use to a reader of now. */
    private static final Set<Topic<?>> LEFT_OUT = Set.of(Topics.LATE, Topics.UNRESOLVED);

    /** Never more than people can read: some a minute. */
    private static final Set<Topic<?>> INPUTS = Set.of(Topics.NEWS, Topics.TRANSCRIPTS);

    private static final List<Topic<?>> ALL =
            Topics.ALL.stream().<Topic<?>>map(topic -> topic).filter(LiveTopics::shown).toList();

    private LiveTopics() {}

    /** Returns them in the order of {@link Topics#ALL}. */
    public static List<Topic<?>> all() {
        return ALL;
    }

    private static boolean shown(Topic<?> topic) {
        boolean result = topic.side() == TopicSide.OUT || topic.side() == TopicSide.AGENTS;
        return INPUTS.contains(topic) || (result && !LEFT_OUT.contains(topic));
    }
}
