package io.huihui.models.quant;

/**
 * {@code cdf / pdf} of the standard normal distribution from a table of Taylor series, for loops
 * that need it by the million: relative error below 5e-15, less than half the time of {@link
 * NormalDistribution#cdfOverPdf}, to which arguments outside the table go.
 */
final class RatioTable {

    private static final double LOWEST = -16;
    private static final double HIGHEST = 2;
    private static final int CELLS_PER_UNIT = 16;

    /** The ninth term is below 1e-16 of the sum half a cell from the centre. */
    private static final int COEFFICIENTS = 9;

    private static final double[] TABLE = table();

    private RatioTable() {}

    static double at(double z) {
        if (!(z >= LOWEST && z < HIGHEST)) {
            return NormalDistribution.cdfOverPdf(z);
        }
        int cell = (int) ((z - LOWEST) * CELLS_PER_UNIT);
        double d = z - centre(cell);
        int at = cell * COEFFICIENTS;
        double[] c = TABLE;
        double d2 = d * d;
        double d4 = d2 * d2;
        double first = c[at] + c[at + 1] * d;
        double second = c[at + 2] + c[at + 3] * d;
        double third = c[at + 4] + c[at + 5] * d;
        double fourth = c[at + 6] + c[at + 7] * d;
        return (first + second * d2) + d4 * ((third + fourth * d2) + c[at + 8] * d4);
    }

    private static double centre(int cell) {
        return LOWEST + (cell + 0.5) / CELLS_PER_UNIT;
    }

    /** Derivatives at each centre by {@code Y' = 1 + zY, Y(n+1) = z Y(n) + n Y(n-1)}. */
    private static double[] table() {
        int cells = (int) ((HIGHEST - LOWEST) * CELLS_PER_UNIT);
        double[] table = new double[cells * COEFFICIENTS];
        for (int cell = 0; cell < cells; cell++) {
            double z = centre(cell);
            double before = NormalDistribution.cdfOverPdf(z);
            double derivative = 1 + z * before;
            double factorial = 1;
            table[cell * COEFFICIENTS] = before;
            for (int order = 1; order < COEFFICIENTS; order++) {
                factorial *= order;
                table[cell * COEFFICIENTS + order] = derivative / factorial;
                double next = z * derivative + order * before;
                before = derivative;
                derivative = next;
            }
        }
        return table;
    }
}
