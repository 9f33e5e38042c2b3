package io.huihui.cli.chaos;

import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.stack.LocalStack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was written against what had to be, counted by plain clients.
 *
 * @param expected snapshots that had to be there
 * @param answered of these, with a verdict
 * @param lost expected snapshots without features, an opinion of each expert or a verdict, and rows
 *     of topics that a store lacks
 * @param extra snapshots that nobody expected
 * @param duplicated rows that a store has twice
 * @param repeated records of topics whose id came before, which readers drop
 * @param late events that came too late for their second, and dead letters
 */
record Ledger(
        long expected,
        long answered,
        long lost,
        long extra,
        long duplicated,
        long repeated,
        long late) {

    private static final int EXPERTS = 3;

    /**
     * Counts what stands in topics and stores.
     *
     * @param inTail whether a snapshot is one of the last, which may be there or not
     */
    static Ledger of(LocalStack stack, Set<String> expected, Predicate<String> inTail) {
        List<String> features = WrittenIds.ids(stack.kafka(), Topics.FEATURES.name());
        List<String> opinions = WrittenIds.ids(stack.kafka(), Topics.OPINIONS.name());
        List<String> verdicts = WrittenIds.ids(stack.kafka(), Topics.VERDICTS.name());
        Set<String> answered = snapshots(verdicts);
        long lost = missing(expected, snapshots(features)) + missing(expected, answered);
        Set<String> distinctOpinions = new HashSet<>(opinions);
        long said = distinctOpinions.stream().filter(id -> expected.contains(snapshot(id))).count();
        lost += Math.max(0, (long) EXPERTS * expected.size() - said);
        Set<String> extra = new TreeSet<>(answered);
        extra.removeAll(expected);
        extra.removeIf(inTail);
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
            Set<String> owed = new HashSet<>(WrittenIds.ids(stack.kafka(), topic(table).name()));
            owed.removeAll(distinct);
            lost += owed.size();
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
                expected.size() - missing(expected, answered),
                lost,
                extra.size(),
                duplicated,
                repeated,
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

    private static long missing(Set<String> expected, Set<String> found) {
        return expected.stream().filter(each -> !found.contains(each)).count();
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
