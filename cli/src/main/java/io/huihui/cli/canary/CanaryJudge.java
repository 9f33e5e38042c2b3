package io.huihui.cli.canary;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.SnapshotId;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what two versions say about the same snapshots. Both started from the same state and
 * read the same events, so what they say differs only by what was changed; the gate goes on by the
 * clock when an expert is late, which makes a few verdicts of either version another one. While the
 * canary reads what came since its state was saved it is as busy as the running version is not, so
 * nothing but its delay counts before it has caught up.
 */
final class CanaryJudge {

    private static final int LEAST_VERDICTS = 20;
    private static final int LEAST_DIRECTIVES = 5;

    private final CanaryLimits limits;
    private final Set<String> symbols;
    private final Pairs<Verdict> verdicts = new Pairs<>();
    private final Pairs<Directive> directives = new Pairs<>();
    private final Tally verdictTally = new Tally("verdicts", LEAST_VERDICTS);
    private final Tally directiveTally = new Tally("directives", LEAST_DIRECTIVES);
    private final Map<Version, Map<String, Long>> reached = new EnumMap<>(Version.class);
    private final Map<String, Long> began = new HashMap<>();
    private final Refusals refusals = new Refusals();
    private final Delays delays;
    private long runningAt;

    /**
     * @param symbols that the canary takes; of others it has only what its state began
     */
    CanaryJudge(CanaryLimits limits, Set<String> symbols) {
        this.limits = limits;
        this.delays = new Delays(limits.delayMillis());
        this.symbols = Set.copyOf(symbols);
        for (Version version : Version.values()) {
            reached.put(version, new HashMap<>());
        }
    }

    /**
     * @param writtenMillis when Kafka was given it
     */
    void verdict(Version version, Verdict verdict, long writtenMillis) {
        SnapshotId id = verdict.snapshot();
        if (!symbols.contains(id.symbol())) {
            return;
        }
        if (version == Version.RUNNING) {
            runningAt = Math.max(runningAt, writtenMillis);
        }
        reached.get(version).merge(id.symbol(), id.secondEndMillis(), Math::max);
        verdicts.add(version, written(id, writtenMillis, verdict)).ifPresent(this::compare);
        settle(id.symbol());
    }

    void directive(Version version, Directive directive, long writtenMillis) {
        SnapshotId id = directive.snapshot();
        if (symbols.contains(id.symbol())) {
            directives
                    .add(version, written(id, writtenMillis, directive))
                    .ifPresent(this::compareDirectives);
        }
    }

    void deadLetter(Version version, DeadLetter letter, long writtenMillis) {
        refusals.add(version, letter, writtenMillis);
    }

    private static <T> Pairs.Written<T> written(SnapshotId id, long writtenMillis, T value) {
        return new Pairs.Written<>(
                id.text(), id.symbol(), id.secondEndMillis(), writtenMillis, value);
    }

    private void compare(Pairs.Pair<Verdict> pair) {
        delays.add(pair.delayMillis(), pair.canary().writtenMillis());
        if (!delays.caughtUp()) {
            return;
        }
        began.putIfAbsent(pair.canary().group(), pair.canary().eventMillis());
        Verdict running = pair.running().value();
        Verdict canary = pair.canary().value();
        if (says(running).equals(says(canary))
                && distance(running, canary) <= CanaryLimits.SAME_PROBABILITY) {
            verdictTally.same();
        } else {
            verdictTally.differs(
                    pair.canary().key()
                            + ": "
                            + sentence(canary)
                            + " in place of "
                            + sentence(running));
        }
    }

    /** What must be equal of two verdicts. */
    private record Says(String marketState, Set<Expert> missing) {}

    private static Says says(Verdict verdict) {
        return new Says(verdict.marketState(), Set.copyOf(verdict.missing()));
    }

    private static double distance(Verdict one, Verdict other) {
        Thesis a = one.thesis(Horizon.MINUTES_15);
        Thesis b = other.thesis(Horizon.MINUTES_15);
        return Math.max(
                Math.abs(a.up() - b.up()),
                Math.max(Math.abs(a.down() - b.down()), Math.abs(a.flat() - b.flat())));
    }

    private static String sentence(Verdict verdict) {
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        return String.format(
                Locale.ROOT,
                "up %.3f, down %.3f, %s%s",
                thesis.up(),
                thesis.down(),
                verdict.marketState(),
                verdict.missing().isEmpty() ? "" : ", without " + verdict.missing());
    }

    private void compareDirectives(Pairs.Pair<Directive> pair) {
        if (!delays.caughtUp()) {
            return;
        }
        Directive running = pair.running().value();
        Directive canary = pair.canary().value();
        boolean same =
                running.action() == canary.action()
                        && running.noTradeReason() == canary.noTradeReason()
                        && Objects.equals(running.plan(), canary.plan());
        if (same) {
            directiveTally.same();
        } else {
            directiveTally.differs(
                    pair.canary().key()
                            + ": \""
                            + canary.reason()
                            + "\" in place of \""
                            + running.reason()
                            + "\"");
        }
    }

    /** What waits for a partner that will not come any more is missing, or too many. */
    private void settle(String symbol) {
        Long running = reached.get(Version.RUNNING).get(symbol);
        Long canary = reached.get(Version.CANARY).get(symbol);
        if (running == null || canary == null || !began.containsKey(symbol)) {
            return;
        }
        settle(verdicts, verdictTally, symbol, running, canary);
        settle(directives, directiveTally, symbol, running, canary);
    }

    private <T> void settle(Pairs<T> pairs, Tally tally, String symbol, long running, long canary) {
        long since = began.get(symbol);
        for (Pairs.Written<T> alone : pairs.alone(Version.RUNNING, symbol, canary)) {
            if (alone.eventMillis() >= since) {
                tally.missing(alone.key() + " has none");
            }
        }
        for (Pairs.Written<T> alone : pairs.alone(Version.CANARY, symbol, running)) {
            if (alone.eventMillis() >= since) {
                tally.extra(alone.key() + " is only the new version's");
            }
        }
    }

    /** Whether the canary has caught up with the version that works. */
    boolean caughtUp() {
        return delays.caughtUp();
    }

    int compared() {
        return verdictTally.compared();
    }

    /**
     * Returns what is wrong with the canary, if anything is.
     *
     * @param ended whether nothing more comes: then what was merely unlikely counts, too
     */
    Optional<String> complaint(boolean ended) {
        if (verdictTally.exceeds(limits.differing(), ended)) {
            return Optional.of(verdictTally.sentence());
        }
        if (directiveTally.exceeds(limits.differingDirectives(), ended)) {
            return Optional.of(directiveTally.sentence());
        }
        Optional<String> other = refusals.complaint(runningAt).or(delays::complaint);
        if (other.isPresent()) {
            return other;
        }
        if (ended && compared() == 0) {
            return Optional.of(
                    "not one verdict could be compared: the new version said nothing on its symbols,"
                            + " or did not catch up with the running one; give it more time");
        }
        if (ended && compared() < LEAST_VERDICTS) {
            return Optional.of(
                    "only "
                            + compared()
                            + " verdicts could be compared, "
                            + LEAST_VERDICTS
                            + " are needed: give it more time or a larger share");
        }
        return Optional.empty();
    }

    /** What was seen so far, for the screen. */
    @Override
    public String toString() {
        return delays.caughtUp()
                ? verdictTally + "; " + directiveTally + "; " + delays
                : delays.toString();
    }
}
