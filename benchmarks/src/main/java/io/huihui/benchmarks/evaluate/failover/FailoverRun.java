package io.huihui.benchmarks.evaluate.failover;

import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The schedule of one run and what came of each snapshot. Tasks are in this process and reach it
 * through {@link #current}. Times count from when a snapshot was due.
 */
final class FailoverRun {

    static final int SYMBOLS = 20;
    static final int PER_SECOND = 200;

    /** Event time goes so much faster than the clock. */
    static final int SPEED = PER_SECOND / SYMBOLS;

    /** Enough for the job to start. */
    private static final long START_NANOS = 10_000_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int EXPERTS = Expert.values().length;
    private static final String PREFIX = "S";

    private static volatile FailoverRun current;

    private final List<List<FeatureSnapshot>> recorded;
    private final long startNanos;
    private final long firstMillis;

    /** Nanoseconds from due to answer: per snapshot, then per snapshot and expert; 0 is none. */
    private final AtomicLongArray verdictNanos = new AtomicLongArray(count());

    private final AtomicLongArray opinionNanos = new AtomicLongArray(count() * EXPERTS);
    private final AtomicReferenceArray<AnswerKind> kinds =
            new AtomicReferenceArray<>(count() * EXPERTS);
    private final AtomicIntegerArray answered = new AtomicIntegerArray(count());
    private final AtomicIntegerArray verdicts = new AtomicIntegerArray(count());
    private final AtomicIntegerArray opinions = new AtomicIntegerArray(count() * EXPERTS);

    /**
     * A run that begins soon.
     *
     * @param recorded snapshots of a few symbols, one a second, which all symbols are copies of
     */
    @OutsideResults("a load with a pace of its own")
    FailoverRun(List<List<FeatureSnapshot>> recorded) {
        this.recorded = recorded;
        this.firstMillis = recorded.get(0).get(0).id().secondEndMillis();
        this.startNanos = System.nanoTime() + START_NANOS;
    }

    static FailoverRun current() {
        return current;
    }

    static void begin(FailoverRun run) {
        current = run;
    }

    static int count() {
        return FaultPlan.SECONDS * SYMBOLS;
    }

    static int secondOf(SnapshotId snapshot) {
        return (int) ((snapshot.secondEndMillis() - current.firstMillis) / 1000);
    }

    private static int indexOf(SnapshotId snapshot) {
        int symbol = Integer.parseInt(snapshot.symbol().substring(PREFIX.length()));
        return secondOf(snapshot) * SYMBOLS + symbol;
    }

    /** Waits until a snapshot is due and returns it. */
    FeatureSnapshot next(long index) {
        awaitNanos(dueNanos(index));
        int symbol = (int) (index % SYMBOLS);
        FeatureSnapshot like = recorded.get(symbol % recorded.size()).get((int) (index / SYMBOLS));
        SnapshotId id = new SnapshotId(PREFIX + symbol, firstMillis + index / SYMBOLS * 1000);
        return new FeatureSnapshot(id, 0, like.features());
    }

    /** Waits until a second has come. */
    void awaitDue(int second) {
        awaitNanos(dueNanos((long) second * SYMBOLS));
    }

    private long dueNanos(long index) {
        return startNanos + index * (NANOS_PER_SECOND / PER_SECOND);
    }

    @OutsideResults("a load with a pace of its own")
    private static void awaitNanos(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @OutsideResults("measures how long an answer takes")
    void note(ExpertOpinion opinion) {
        int index = indexOf(opinion.snapshot());
        int place = index * EXPERTS + opinion.expert().ordinal();
        opinionNanos.set(place, System.nanoTime() - dueNanos(index));
        kinds.set(place, AnswerKind.of(opinion));
        opinions.incrementAndGet(place);
    }

    @OutsideResults("measures how long an answer takes")
    void note(Verdict verdict) {
        int index = indexOf(verdict.snapshot());
        verdictNanos.set(index, System.nanoTime() - dueNanos(index));
        answered.set(index, verdict.answered().size());
        verdicts.incrementAndGet(index);
    }

    long verdictNanos(int index) {
        return verdictNanos.get(index);
    }

    long opinionNanos(int index, Expert expert) {
        return opinionNanos.get(index * EXPERTS + expert.ordinal());
    }

    /** Returns null when there was no opinion. */
    AnswerKind kind(int index, Expert expert) {
        return kinds.get(index * EXPERTS + expert.ordinal());
    }

    int answered(int index) {
        return answered.get(index);
    }

    int verdicts(int index) {
        return verdicts.get(index);
    }

    int opinions(int index, Expert expert) {
        return opinions.get(index * EXPERTS + expert.ordinal());
    }
}
