package io.huihui.cli.chaos;

import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topic;
import io.huihui.stack.KafkaServer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The committed records of a topic, read by a plain client.
 *
 * @param ids of every record, repeated ones too
 * @param lastWritten when each was last written, by its id and the machine's clock
 */
record TopicReading(List<String> ids, Map<String, Long> lastWritten) {

    TopicReading {
        ids = List.copyOf(ids);
        lastWritten = Map.copyOf(lastWritten);
    }

    static TopicReading of(KafkaServer kafka, Topic<?> topic) {
        List<String> ids = new ArrayList<>();
        Map<String, Long> lastWritten = new HashMap<>();
        WrittenRecords.of(kafka.bootstrapServers(), topic.name())
                .forEach(
                        record -> {
                            String id = WrittenRecords.id(record);
                            ids.add(id);
                            lastWritten.merge(id, record.timestamp(), Math::max);
                        });
        return new TopicReading(ids, lastWritten);
    }

    /** Returns how many records have an id that came before. */
    long repeated() {
        return ids.size() - (long) lastWritten.size();
    }

    /** Returns the snapshots of which there are records. */
    Set<String> snapshots() {
        return snapshots("/");
    }

    /** Returns the snapshots of which there are records whose id has this in it. */
    Set<String> snapshots(String kind) {
        Set<String> snapshots = new TreeSet<>();
        for (String id : lastWritten.keySet()) {
            if (id.contains(kind)) {
                snapshots.add(snapshot(id));
            }
        }
        return snapshots;
    }

    /** Returns the snapshot that the id of a record begins with. */
    static String snapshot(String id) {
        return id.substring(0, id.indexOf('/'));
    }
}
