package io.huihui.cli;

import io.huihui.cli.chaos.WrittenIds;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.KafkaServer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ids that only a version has written which was then rolled back by hand. In the default mode its
 * records are in Kafka at once, while the stores take them with a batch that the rollback cuts off;
 * and live, who waits by the wall clock may decide a second earlier or later the next time. So such
 * an id may stand in its topic alone.
 */
final class AbandonedIds {

    private final KafkaServer kafka;
    private final Map<String, Set<String>> beforeTheVersion = new HashMap<>();
    private final Map<String, List<String>> untilTheRollback = new HashMap<>();

    private AbandonedIds(KafkaServer kafka) {
        this.kafka = kafka;
    }

    /** Notes what is there before the version starts. */
    static AbandonedIds beforeTheVersion(KafkaServer kafka) {
        AbandonedIds abandoned = new AbandonedIds(kafka);
        for (Topic<?> topic : Topics.ALL) {
            abandoned.beforeTheVersion.put(
                    topic.name(), new HashSet<>(WrittenIds.ids(kafka, topic.name())));
        }
        return abandoned;
    }

    /** Notes what is there once the version is gone. */
    void rolledBack() {
        for (Topic<?> topic : Topics.ALL) {
            untilTheRollback.put(topic.name(), WrittenIds.ids(kafka, topic.name()));
        }
    }

    /** Returns the ids that the version has written and nobody again since the rollback. */
    Set<String> of(Topic<?> topic) {
        List<String> until = untilTheRollback.get(topic.name());
        Map<String, Integer> times = new HashMap<>();
        until.forEach(id -> times.merge(id, 1, Integer::sum));
        Map<String, Integer> timesNow = new HashMap<>();
        WrittenIds.ids(kafka, topic.name()).forEach(id -> timesNow.merge(id, 1, Integer::sum));
        Set<String> abandoned = new HashSet<>(until);
        abandoned.removeAll(beforeTheVersion.get(topic.name()));
        abandoned.removeIf(id -> timesNow.get(id) > times.get(id));
        return abandoned;
    }
}
