package io.huihui.cli.canary;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private static final int MOST_DEAD_LETTERS = 5;

    /** Verdicts over which the delay is taken. */
    private static final int DELAYS = 50;

    /** A start that is still catching up gains a tenth in less. */
    private static final long STANDSTILL_MILLIS = 15_000;

    private static final double GAIN = 0.9;

    private final CanaryLimits limits;
    private final Set<String> symbols;
    private final Pairs<Verdict> verdicts = new Pairs<>();
    private final Pairs<Directive> directives = new Pairs<>();
    private final Tally verdictTally = new Tally("verdicts", LEAST_VERDICTS);
    private final Tally directiveTally = new Tally("directives", LEAST_DIRECTIVES);
    private final Map<Version, Map<String, Long>> reached = new EnumMap<>(Version.class);
    private final Set<String> runningDead = new HashSet<>();
    private final Map<String, Long> canaryDead = new HashMap<>();
    private final Map<String, Long> began = new HashMap<>();
    private final Deque<Long> delays = new ArrayDeque<>();
    private String deadReason = "";
    private boolean caughtUp;
    private long leastDelay = Long.MAX_VALUE;
    private long leastDelayAt;
    private long newestAt;
    private long runningAt;

    /**
     * @param symbols that the canary takes; of others it has only what its state began
     */
    CanaryJudge(CanaryLimits limits, Set<String> symbols) {
        this.limits = limits;
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
        String id = letter.topic() + "/" + letter.partition() + "/" + letter.offset();
        if (version == Version.RUNNING) {
            runningDead.add(id);
            return;
        }
        canaryDead.putIfAbsent(id, writtenMillis);
        if (deadReason.isEmpty()) {
            deadReason = letter.reason();
        }
    }

    private static <T> Pairs.Written<T> written(SnapshotId id, long writtenMillis, T value) {
        return new Pairs.Written<>(
                id.text(), id.symbol(), id.secondEndMillis(), writtenMillis, value);
    }

    private void compare(Pairs.Pair<Verdict> pair) {
        delayed(pair.delayMillis(), pair.canary().writtenMillis());
        if (!caughtUp) {
            return;
        }
        began.putIfAbsent(pair.canary().group(), pair.canary().eventMillis());
        Verdict running = pair.running().value();
        Verdict canary = pair.canary().value();
        if (says(running).equals(says(canary)) && distance(running, canary) <= same()) {
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

    private static double same() {
        return CanaryLimits.SAME_PROBABILITY;
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
        if (!caughtUp) {
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

    private void delayed(long delayMillis, long writtenMillis) {
        newestAt = Math.max(newestAt, writtenMillis);
        if (leastDelay == Long.MAX_VALUE || delayMillis < GAIN * leastDelay) {
            leastDelay = delayMillis;
            leastDelayAt = writtenMillis;
        }
        caughtUp = caughtUp || delayMillis <= limits.delayMillis();
        if (caughtUp) {
            delays.add(delayMillis);
            if (delays.size() > DELAYS) {
                delays.remove();
            }
        }
    }

    /** Whether the canary has caught up with the version that works. */
    boolean caughtUp() {
        return caughtUp;
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
        long dead = canaryDead.entrySet().stream().filter(this::isOnlyCanarys).count();
        if (dead >= MOST_DEAD_LETTERS) {
            return Optional.of(
                    dead
                            + " records became dead letters that the running version takes; one"
                            + " says: "
                            + deadReason);
        }
        if (!caughtUp && newestAt - leastDelayAt > STANDSTILL_MILLIS) {
            return Optional.of(
                    "its verdicts are "
                            + leastDelay
                            + " ms later and do not catch up, at most "
                            + limits.delayMillis()
                            + " ms are allowed");
        }
        if (delays.size() >= LEAST_VERDICTS && medianDelay() > limits.delayMillis()) {
            return Optional.of(
                    "its verdicts are "
                            + medianDelay()
                            + " ms later in the median, at most "
                            + limits.delayMillis()
                            + " ms are allowed");
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

    /** Whether the running version would have written it, too, by now. */
    private boolean isOnlyCanarys(Map.Entry<String, Long> letter) {
        return !runningDead.contains(letter.getKey())
                && letter.getValue() + Pairs.PATIENCE_MILLIS <= runningAt;
    }

    private long medianDelay() {
        List<Long> sorted = new ArrayList<>(delays);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }

    /** What was seen so far, for the screen. */
    @Override
    public String toString() {
        if (leastDelay == Long.MAX_VALUE) {
            return "no verdict of the new version yet";
        }
        if (!caughtUp) {
            return "catching up, " + leastDelay + " ms behind";
        }
        return verdictTally
                + "; "
                + directiveTally
                + "; "
                + medianDelay()
                + " ms later in the median";
    }
}
