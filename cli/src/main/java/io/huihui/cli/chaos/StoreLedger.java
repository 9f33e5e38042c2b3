package io.huihui.cli.chaos;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.LocalStack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the stores hold of what the topics do.
 *
 * @param missing a line for each record of a topic that its table lacks
 * @param duplicated rows of Postgres and nodes of the graph that are there twice
 * @param takenBack records that a dead attempt wrote, no store got, and the next did not give again
 */
record StoreLedger(List<String> missing, long duplicated, long takenBack) {

    /** Outcomes that the graph has twice. */
    private static final String DOUBLED =
            "MATCH (n:Outcome) WITH n.id AS id, count(*) AS n WHERE n > 1 RETURN count(id)";

    StoreLedger {
        missing = List.copyOf(missing);
    }

    /**
     * Counts what stands in Postgres and in the graph.
     *
     * @param topics whose features say when each second was last judged
     * @param dead attempts whose records are owed only when they were written again
     */
    static StoreLedger of(LocalStack stack, TopicReadings topics, DeadAttempts dead) {
        Map<String, Long> judged = new HashMap<>();
        topics.of(Topics.FEATURES)
                .lastWritten()
                .forEach(
                        (id, millis) -> judged.merge(TopicReading.snapshot(id), millis, Math::max));
        List<String> missing = new ArrayList<>();
        long duplicated = WrittenIds.count(stack.neo4j(), DOUBLED);
        long takenBack = 0;
        for (Map.Entry<String, String> table : WrittenIds.ID_OF_TABLE.entrySet()) {
            List<String> rows =
                    WrittenIds.rows(
                            stack.postgres(),
                            "SELECT " + table.getValue() + " FROM huihui." + table.getKey());
            Set<String> distinct = new HashSet<>(rows);
            duplicated += rows.size() - distinct.size();
            Map<String, Long> owed = new HashMap<>(topics.of(topic(table.getKey())).lastWritten());
            owed.keySet().removeAll(distinct);
            for (Map.Entry<String, Long> record : owed.entrySet()) {
                String id = record.getKey();
                long judgedMillis = judged.getOrDefault(TopicReading.snapshot(id), 0L);
                if (dead.tookBack(record.getValue(), judgedMillis)) {
                    takenBack++;
                } else {
                    missing.add(id + ": row of " + table.getKey());
                }
            }
        }
        return new StoreLedger(missing, duplicated, takenBack);
    }

    private static Topic<?> topic(String table) {
        return switch (table) {
            case "management_directives" -> Topics.MANAGEMENT;
            default -> Topics.named(table.replace('_', '-'));
        };
    }
}
