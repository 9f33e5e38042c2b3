package io.huihui.cli.chaos;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Resolution;
import io.huihui.stack.KafkaServer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Conflicts of experts that neither the agents nor the rule have settled. */
final class UnsettledConflicts {

    private UnsettledConflicts() {}

    /**
     * Returns a line for each.
     *
     * @param inTail whether a snapshot is one of the last, which may be settled or not
     */
    static List<String> of(KafkaServer kafka, TopicReading conflicts, Predicate<String> inTail) {
        return of(conflicts.lastWritten().keySet(), settled(kafka), inTail);
    }

    static List<String> of(Set<String> conflicts, Set<String> settled, Predicate<String> inTail) {
        return conflicts.stream()
                .filter(id -> !settled.contains(id))
                .filter(id -> !inTail.test(TopicReading.snapshot(id)))
                .sorted()
                .map(id -> id + ": resolution")
                .toList();
    }

    /** What agents write has no id in its header, so it is decoded. */
    private static Set<String> settled(KafkaServer kafka) {
        RecordCodec<Resolution> codec = Topics.RESOLUTIONS.newCodec();
        Set<String> settled = new HashSet<>();
        WrittenRecords.of(kafka.bootstrapServers(), Topics.RESOLUTIONS.name())
                .forEach(
                        record -> {
                            try {
                                settled.add(codec.decode(record.value()).conflictId());
                            } catch (UndecodableException e) {
                                throw new IllegalStateException(
                                        "need resolutions in " + record.topic() + ", was " + e, e);
                            }
                        });
        return settled;
    }
}
