package io.huihui.cli.chaos;

import io.huihui.benchmarks.Bench;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Expert;
import io.huihui.stack.LocalStack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was written against what had to be, counted by plain clients.
 *
 * @param expected snapshots that had to be there
 * @param answered of these, with a verdict
 * @param missing a line for each expected snapshot without features, an opinion of each expert or a
 *     verdict, and for each record of a topic that a store lacks
 * @param extra snapshots that nobody expected
 * @param duplicated rows that a store has twice
 * @param repeated records of topics whose id came before, which readers drop
 * @param takenBack records that a dead attempt wrote, no store got, and the next did not give again
 * @param late events that came too late for their second, and dead letters
 */
record Ledger(
        long expected,
        long answered,
        List<String> missing,
        long extra,
        long duplicated,
        long repeated,
        long takenBack,
        long late) {

    /** So many lines tell what kind of thing is missing. */
    private static final int TOLD = 20;

    Ledger {
        missing = List.copyOf(missing);
    }

    /** Returns how much is missing. */
    long lost() {
        return missing.size();
    }

    /** Says the first of what is missing. */
    void tell(Bench.Progress progress) {
        missing.stream().limit(TOLD).forEach(each -> progress.say("lost: " + each));
    }

    /**
     * Counts what stands in topics and stores.
     *
     * @param inTail whether a snapshot is one of the last, which may be there or not
     * @param dead attempts whose records are owed only when they were written again
     */
    static Ledger of(
            LocalStack stack, Set<String> expected, Predicate<String> inTail, DeadAttempts dead) {
        List<String> features = WrittenIds.ids(stack.kafka(), Topics.FEATURES.name());
        List<String> opinions = WrittenIds.ids(stack.kafka(), Topics.OPINIONS.name());
        List<String> verdicts = WrittenIds.ids(stack.kafka(), Topics.VERDICTS.name());
        Set<String> answered = snapshots(verdicts);
        Set<String> noVerdict = without(expected, answered);
        List<String> missing = new ArrayList<>();
        without(expected, snapshots(features)).forEach(each -> missing.add(each + ": features"));
        noVerdict.forEach(each -> missing.add(each + ": verdict"));
        for (Expert expert : Expert.values()) {
            String kind = "/opinion/" + expert + "/";
            without(expected, snapshots(opinions.stream().filter(id -> id.contains(kind)).toList()))
                    .forEach(each -> missing.add(each + ": opinion of " + expert));
        }
        Set<String> extra = new TreeSet<>(answered);
        extra.removeAll(expected);
        extra.removeIf(inTail);
        Map<String, Long> judged = new HashMap<>();
        WrittenIds.lastWritten(stack.kafka(), Topics.FEATURES.name())
                .forEach((id, millis) -> judged.merge(snapshot(id), millis, Math::max));
        long takenBack = 0;
        long duplicated = 0;
        for (String table : WrittenIds.ID_OF_TABLE.keySet()) {
            List<String> rows =
                    WrittenIds.rows(
                            stack.postgres(),
                            "SELECT "
                                    + WrittenIds.ID_OF_TABLE.get(table)
                                    + " FROM huihui."
                                    + table);
            Set<String> distinct = new HashSet<>(rows);
            duplicated += rows.size() - distinct.size();
            Map<String, Long> owed = WrittenIds.lastWritten(stack.kafka(), topic(table).name());
            owed.keySet().removeAll(distinct);
            for (Map.Entry<String, Long> record : owed.entrySet()) {
                String id = record.getKey();
                if (dead.tookBack(record.getValue(), judged.getOrDefault(snapshot(id), 0L))) {
                    takenBack++;
                } else {
                    missing.add(id + ": row of " + table);
                }
            }
        }
        duplicated +=
                WrittenIds.count(
                        stack.neo4j(),
                        "MATCH (n:Outcome) WITH n.id AS id, count(*) AS n WHERE n > 1 RETURN"
                                + " count(id)");
        long repeated = repeated(features) + repeated(opinions) + repeated(verdicts);
        long late =
                WrittenIds.ids(stack.kafka(), Topics.LATE.name()).size()
                        + (long) WrittenIds.ids(stack.kafka(), Topics.DEAD_LETTERS.name()).size();
        return new Ledger(
                expected.size(),
                expected.size() - noVerdict.size(),
                missing,
                extra.size(),
                duplicated,
                repeated,
                takenBack,
                late);
    }

    static Set<String> snapshots(Iterable<String> ids) {
        Set<String> snapshots = new TreeSet<>();
        ids.forEach(id -> snapshots.add(snapshot(id)));
        return snapshots;
    }

    private static String snapshot(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    private static Set<String> without(Set<String> expected, Set<String> found) {
        Set<String> rest = new TreeSet<>(expected);
        rest.removeAll(found);
        return rest;
    }

    private static long repeated(List<String> ids) {
        return ids.size() - (long) new HashSet<>(ids).size();
    }

    private static Topic<?> topic(String table) {
        return switch (table) {
            case "management_directives" -> Topics.MANAGEMENT;
            default -> Topics.named(table.replace('_', '-'));
        };
    }
}
