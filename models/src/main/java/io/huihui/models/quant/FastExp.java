package io.huihui.models.quant;

/**
 * The one exponential loop of the gamma profile, written with additions, multiplications and one
 * division only so that the compiler turns it into vector instructions.
 */
final class FastExp {

    /** The argument is divided by 2 to this power before the series and squared back after it. */
    private static final int HALVINGS = 6;

    private static final double SMALLER = 0.5 / (1 << HALVINGS);

    private FastExp() {}

    /**
     * Adds {@code weight * exp(-(centre + x * scale)^2 / 2)} to each sum; relative error below
     * 1e-11 while the exponent is above -48, and far below 1e-20 of the peak beyond it.
     */
    static void addGaussian(
            double[] sum, double[] x, int count, double centre, double scale, double weight) {
        for (int i = 0; i < count; i++) {
            double d = centre + x[i] * scale;
            double u = d * d * SMALLER;
            double series = 1 + u * (1.0 / 14);
            series = 1 + u * (1.0 / 13) * series;
            series = 1 + u * (1.0 / 12) * series;
            series = 1 + u * (1.0 / 11) * series;
            series = 1 + u * (1.0 / 10) * series;
            series = 1 + u * (1.0 / 9) * series;
            series = 1 + u * (1.0 / 8) * series;
            series = 1 + u * (1.0 / 7) * series;
            series = 1 + u * (1.0 / 6) * series;
            series = 1 + u * (1.0 / 5) * series;
            series = 1 + u * (1.0 / 4) * series;
            series = 1 + u * (1.0 / 3) * series;
            series = 1 + u * (1.0 / 2) * series;
            series = 1 + u * series;
            double to2 = series * series;
            double to4 = to2 * to2;
            double to8 = to4 * to4;
            double to16 = to8 * to8;
            double to32 = to16 * to16;
            sum[i] += weight / (to32 * to32);
        }
    }
}
