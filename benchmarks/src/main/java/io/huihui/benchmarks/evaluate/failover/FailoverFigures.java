package io.huihui.benchmarks.evaluate.failover;

import io.huihui.models.decision.Expert;

import org.HdrHistogram.Histogram;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one run says. */
final class FailoverFigures {

    /** What a snapshot may take to be answered at all. */
    private static final long ANSWERED_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    /** A fault's late calls and cool-downs are over by then, and the next has not begun. */
    private static final int SETTLED_SECONDS = FaultPlan.EVERY_SECONDS - 2 * FaultPlan.LONG_SECONDS;

    private static final double P95 = 95;
    private static final double P99 = 99;
    private static final double MICROS_PER_MILLI = 1e3;

    private final FailoverRun run;
    private final FaultPlan plan;
    private final Histogram firstFallbacks = histogram();
    private final Histogram fallbacks = histogram();
    private final Histogram outside = histogram();
    private final Map<FaultKind, Double> recoveries = new EnumMap<>(FaultKind.class);
    private final double coolDownSeconds;
    private long answered;
    private long own;
    private long lost;
    private long duplicated;
    private long nonsense;

    FailoverFigures(FailoverRun run, FaultPlan plan, long coolDownMillis) {
        this.run = run;
        this.plan = plan;
        this.coolDownSeconds = coolDownMillis / 1e3;
        for (int index = 0; index < FailoverRun.count(); index++) {
            snapshot(index);
        }
        for (int fault = 0; fault < FaultPlan.FAULTS; fault++) {
            for (Expert expert : Expert.values()) {
                if (plan.hits(fault, expert)) {
                    recovery(fault, expert);
                }
            }
        }
    }

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    }

    private void snapshot(int index) {
        long verdict = run.verdictNanos(index);
        lost += run.verdicts(index) == 0 ? 1 : 0;
        duplicated += Math.max(0, run.verdicts(index) - 1);
        answered += run.verdicts(index) > 0 && verdict <= ANSWERED_WITHIN_NANOS ? 1 : 0;
        int second = index / FailoverRun.SYMBOLS;
        int fault = FaultPlan.faultAt(second);
        boolean allOwn = true;
        for (Expert expert : Expert.values()) {
            lost += run.opinions(index, expert) == 0 ? 1 : 0;
            duplicated += Math.max(0, run.opinions(index, expert) - 1);
            AnswerKind kind = run.kind(index, expert);
            allOwn &= kind == AnswerKind.OWN;
            long micros = micros(run.opinionNanos(index, expert));
            if (fault >= 0 && plan.hits(fault, expert)) {
                if (kind != AnswerKind.OWN) {
                    fallbacks.recordValue(micros);
                    if (second == FaultPlan.begin(fault)) {
                        firstFallbacks.recordValue(micros);
                    }
                } else if (plan.at(second, expert) == FaultKind.GARBAGE) {
                    nonsense++;
                }
            } else if (isSettled(second)) {
                outside.recordValue(micros);
            }
        }
        own += allOwn ? 1 : 0;
    }

    private static boolean isSettled(int second) {
        return second >= FaultPlan.begin(0)
                && (second - FaultPlan.begin(0)) % FaultPlan.EVERY_SECONDS >= SETTLED_SECONDS;
    }

    /** From the end of a fault until each symbol's own expert speaks again. */
    private void recovery(int fault, Expert expert) {
        FaultKind kind = plan.at(FaultPlan.begin(fault), expert);
        for (int symbol = 0; symbol < FailoverRun.SYMBOLS; symbol++) {
            int second = FaultPlan.end(fault);
            while (second < FaultPlan.SECONDS
                    && run.kind(second * FailoverRun.SYMBOLS + symbol, expert) != AnswerKind.OWN) {
                second++;
            }
            double seconds = second - FaultPlan.end(fault);
            // What is late is judged by the clock, what fails by event time.
            boolean byClock = kind == FaultKind.HANG || kind == FaultKind.TOO_SLOW;
            double coolDowns = (byClock ? seconds / FailoverRun.SPEED : seconds) / coolDownSeconds;
            recoveries.merge(kind, coolDowns, Math::max);
        }
    }

    double firstFallbackMillis(double percentile) {
        return millis(firstFallbacks, percentile);
    }

    double fallbackP99Millis() {
        return millis(fallbacks, P99);
    }

    /**
     * Returns how much longer answers of experts that work take while another fails than they took
     * just before: the median over faults of the 95th percentile's relative change.
     */
    double othersSlower() {
        return medianChange(-FaultPlan.LONG_SECONDS, 0);
    }

    /** Returns the same between two stretches without a fault: what comes of the machine alone. */
    double othersSlowerByChance() {
        return medianChange(-2 * FaultPlan.LONG_SECONDS, -FaultPlan.LONG_SECONDS);
    }

    private double medianChange(int fromOffset, int toOffset) {
        double[] changes = new double[FaultPlan.FAULTS];
        int count = 0;
        for (int fault = 0; fault < FaultPlan.FAULTS; fault++) {
            if (plan.kind(fault) != FaultKind.ALL_THREE) {
                int begin = FaultPlan.begin(fault);
                changes[count++] =
                        othersP95(fault, begin + toOffset) / othersP95(fault, begin + fromOffset)
                                - 1;
            }
        }
        Arrays.sort(changes, 0, count);
        return (changes[(count - 1) / 2] + changes[count / 2]) / 2;
    }

    /** Of the experts that a fault does not hit, from a second on, for as long as a fault is. */
    private double othersP95(int fault, int from) {
        Histogram others = histogram();
        for (int second = from; second < from + FaultPlan.LONG_SECONDS; second++) {
            for (int symbol = 0; symbol < FailoverRun.SYMBOLS; symbol++) {
                int index = second * FailoverRun.SYMBOLS + symbol;
                for (Expert expert : Expert.values()) {
                    if (!plan.hits(fault, expert)) {
                        others.recordValue(micros(run.opinionNanos(index, expert)));
                    }
                }
            }
        }
        return others.getValueAtPercentile(P95);
    }

    private static long micros(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    double usualP95Millis() {
        return millis(outside, P95);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** Returns the share of snapshots with a verdict within the gate's wait. */
    double answeredShare() {
        return answered / (double) FailoverRun.count();
    }

    /** Returns the share of snapshots on which all three experts spoke for themselves. */
    double ownShare() {
        return own / (double) FailoverRun.count();
    }

    long lost() {
        return lost;
    }

    long duplicated() {
        return duplicated;
    }

    /** Returns how many nonsensical answers got through. */
    long nonsense() {
        return nonsense;
    }

    /** Returns the longest time to recover from a kind of fault, in cool-downs. */
    Map<FaultKind, Double> recoveries() {
        return recoveries;
    }
}
