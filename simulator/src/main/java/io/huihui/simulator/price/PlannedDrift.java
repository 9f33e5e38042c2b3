package io.huihui.simulator.price;

/** Drifts that were planned ahead and act between two instants; a handful at a time. */
public final class PlannedDrift {

    private static final int MOST_AT_ONCE = 16;

    private final long[] starts = new long[MOST_AT_ONCE];
    private final long[] ends = new long[MOST_AT_ONCE];
    private final double[] perMilli = new double[MOST_AT_ONCE];
    private int count;

    /** Adds a log return spread evenly over [start, end); drops it when too many are on. */
    public void add(long startMillis, long endMillis, double totalLogReturn) {
        if (count < MOST_AT_ONCE && endMillis > startMillis) {
            starts[count] = startMillis;
            ends[count] = endMillis;
            perMilli[count] = totalLogReturn / (endMillis - startMillis);
            count++;
        }
    }

    /** Returns the log return planned between two instants. */
    public double between(long fromMillis, long untilMillis) {
        double total = 0;
        for (int i = 0; i < count; i++) {
            long overlap = Math.min(untilMillis, ends[i]) - Math.max(fromMillis, starts[i]);
            total += Math.max(0, overlap) * perMilli[i];
        }
        return total;
    }

    /** Forgets drifts that are over. */
    public void forget(long nowMillis) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (ends[i] > nowMillis) {
                starts[kept] = starts[i];
                ends[kept] = ends[i];
                perMilli[kept] = perMilli[i];
                kept++;
            }
        }
        count = kept;
    }
}
