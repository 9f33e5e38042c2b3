package io.huihui.benchmarks.quant;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times two rivals turn by turn in processor time of this thread, so that neighbours on a busy
 * machine count for neither.
 */
public final class Stopwatch {

    private Stopwatch() {}

    /** Sorted seconds of each turn. */
    // Two of these are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Times(double[] ours, double[] reference) {
        public double oursMedian() {
            return median(ours);
        }

        public double referenceMedian() {
            return median(reference);
        }
    }

    /**
     * Runs {@code ours} {@code repeats} times for each run of the reference, {@code turns} times.
     */
    public static Times interleaved(
            Runnable ours, int repeats, Runnable reference, int turns, int warmUpTurns) {
        double[] oursSeconds = new double[turns];
        double[] referenceSeconds = new double[turns];
        for (int turn = -warmUpTurns; turn < turns; turn++) {
            long begin = nanos();
            for (int r = 0; r < repeats; r++) {
                ours.run();
            }
            long middle = nanos();
            reference.run();
            long end = nanos();
            if (turn >= 0) {
                oursSeconds[turn] = (middle - begin) * 1e-9 / repeats;
                referenceSeconds[turn] = (end - middle) * 1e-9;
            }
        }
        Arrays.sort(oursSeconds);
        Arrays.sort(referenceSeconds);
        return new Times(oursSeconds, referenceSeconds);
    }

    /** Returns the median of sorted values. */
    public static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }

    /** Returns the processor time of this thread so far. */
    public static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
