package io.huihui.benchmarks.evaluate.failover;

import io.huihui.models.decision.Expert;

import org.HdrHistogram.Histogram;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one run says. */
final class FailoverFigures {

    /** What a snapshot may take to be answered at all. */
    private static final long ANSWERED_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    /** A fault's late calls and cool-downs are over by then, and the next has not begun. */
    private static final int SETTLED_SECONDS = 80;

    private static final double P95 = 95;
    private static final double P99 = 99;
    private static final double MICROS_PER_MILLI = 1e3;

    private final FailoverRun run;
    private final FaultPlan plan;
    private final Histogram firstFallbacks = histogram();
    private final Histogram fallbacks = histogram();
    private final Histogram during = histogram();
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
            long micros = TimeUnit.NANOSECONDS.toMicros(run.opinionNanos(index, expert));
            if (fault >= 0 && plan.hits(fault, expert)) {
                if (kind != AnswerKind.OWN) {
                    fallbacks.recordValue(Math.max(0, micros));
                    if (second == FaultPlan.begin(fault)) {
                        firstFallbacks.recordValue(Math.max(0, micros));
                    }
                } else if (plan.at(second, expert) == FaultKind.GARBAGE) {
                    nonsense++;
                }
            } else if (fault >= 0) {
                during.recordValue(Math.max(0, micros));
            } else if (isSettled(second)) {
                outside.recordValue(Math.max(0, micros));
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

    /** Returns how much longer answers of experts that work took while another failed, a share. */
    double othersSlower() {
        return millis(during, P95) / millis(outside, P95) - 1;
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
