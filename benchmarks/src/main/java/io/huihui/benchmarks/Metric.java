package io.huihui.benchmarks;

/**
 * One measured figure.
 *
 * @param name stable name from the contract, e.g. {@code ratio_to_scalar}
 * @param low lower end of the 95 % interval, or the smallest of the repeats; null when measured
 *     once
 * @param high upper end; null when measured once
 * @param baseline the same figure for the reference; null when there is none
 */
public record Metric(
        String name, double value, Double low, Double high, Double baseline, String unit) {

    /** Returns a figure measured once, without a reference. */
    public static Metric of(String name, double value, String unit) {
        return new Metric(name, value, null, null, null, unit);
    }
}
