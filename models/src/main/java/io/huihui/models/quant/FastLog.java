package io.huihui.models.quant;

/**
 * The natural logarithm for loops that need it by the million: a table of 129 centres and a short
 * series, error below 1e-15 (absolute or relative, whichever allows more). The library's one is as
 * exact but a call, across which nothing stays in a register; this one is compiled into the loop.
 */
final class FastLog {

    private static final int CELL_BITS = 7;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1.0);
    private static final int BIAS = 1023;

    /** Added before cutting, so that the nearest centre is taken and not the one below. */
    private static final long HALF_CELL = 1L << (MANTISSA_BITS - CELL_BITS - 1);

    private static final double LN_2 = 0.6931471805599453;

    /** Logarithms of the centres {@code 1 + cell / CELLS}. */
    private static final double[] LOG = new double[CELLS + 1];

    private static final double[] INVERSE = new double[CELLS + 1];

    static {
        for (int cell = 0; cell < CELLS; cell++) {
            double centre = 1 + (double) cell / CELLS;
            LOG[cell] = Math.log(centre);
            INVERSE[cell] = 1 / centre;
        }
        // Exactly this, so that it cancels the exponent's part just below 1.
        LOG[CELLS] = LN_2;
        INVERSE[CELLS] = 0.5;
    }

    private FastLog() {}

    static double of(double value) {
        if (!(value >= Double.MIN_NORMAL && value < Double.POSITIVE_INFINITY)) {
            return Math.log(value);
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >> MANTISSA_BITS) - BIAS;
        long mantissa = bits & MANTISSA;
        int cell = (int) ((mantissa + HALF_CELL) >> (MANTISSA_BITS - CELL_BITS));
        double m = Double.longBitsToDouble(mantissa | ONE);
        double r = (m - (1 + cell * (1.0 / CELLS))) * INVERSE[cell];
        double r2 = r * r;
        double low = -1.0 / 2 + r * (1.0 / 3);
        double middle = -1.0 / 4 + r * (1.0 / 5);
        double high = -1.0 / 6 + r * (1.0 / 7);
        return exponent * LN_2 + LOG[cell] + (r + r2 * (low + r2 * (middle + r2 * high)));
    }
}
