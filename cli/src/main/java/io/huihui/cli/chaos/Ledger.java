package io.huihui.cli.chaos;

import io.huihui.benchmarks.Bench;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Expert;
import io.huihui.stack.LocalStack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was written against what had to be, counted by plain clients.
 *
 * @param expected snapshots that had to be there
 * @param answered of these, with a verdict
 * @param missing a line for each expected snapshot without features, an opinion of each expert or a
 *     verdict, for each record of a topic that a store lacks, and for each conflict unsettled
 * @param extra snapshots that nobody expected
 * @param duplicated rows that a store has twice
 * @param repeated records of topics whose id came before, which readers drop
 * @param takenBack records that a dead attempt wrote, no store got, and the next did not give again
 * @param conflicts of experts
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
        long conflicts,
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
        TopicReadings topics = new TopicReadings(stack.kafka());
        TopicReading features = topics.of(Topics.FEATURES);
        TopicReading opinions = topics.of(Topics.OPINIONS);
        TopicReading verdicts = topics.of(Topics.VERDICTS);
        StoreLedger stores = StoreLedger.of(stack, topics, dead);
        Set<String> answered = verdicts.snapshots();
        Set<String> noVerdict = without(expected, answered);
        List<String> missing = new ArrayList<>(stores.missing());
        without(expected, features.snapshots()).forEach(each -> missing.add(each + ": features"));
        noVerdict.forEach(each -> missing.add(each + ": verdict"));
        TopicReading conflicts = topics.of(Topics.CONFLICTS);
        missing.addAll(UnsettledConflicts.of(stack.kafka(), conflicts, inTail));
        for (Expert expert : Expert.values()) {
            without(expected, opinions.snapshots("/opinion/" + expert + "/"))
                    .forEach(each -> missing.add(each + ": opinion of " + expert));
        }
        Set<String> extra = new TreeSet<>(answered);
        extra.removeAll(expected);
        extra.removeIf(inTail);
        long late =
                topics.of(Topics.LATE).ids().size()
                        + (long) topics.of(Topics.DEAD_LETTERS).ids().size();
        return new Ledger(
                expected.size(),
                expected.size() - noVerdict.size(),
                missing,
                extra.size(),
                stores.duplicated(),
                features.repeated() + opinions.repeated() + verdicts.repeated(),
                stores.takenBack(),
                conflicts.lastWritten().size(),
                late);
    }

    private static Set<String> without(Set<String> expected, Set<String> found) {
        Set<String> rest = new TreeSet<>(expected);
        rest.removeAll(found);
        return rest;
    }
}
