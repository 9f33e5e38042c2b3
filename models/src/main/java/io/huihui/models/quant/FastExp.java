package io.huihui.models.quant;

/**
 * The one exponential loop of the gamma profile. Only additions, multiplications and one division,
 * in loops short enough that the compiler turns each into vector instructions (a single loop is
 * over its limit and runs four times slower). Keep one per thread.
 */
final class FastExp {

    /** The exponent is divided by 2 to this power before the series and squared back after it. */
    private static final int HALVINGS = 10;

    private static final double SMALLER = 0.5 / (1 << HALVINGS);

    private final double[] part;

    FastExp(int size) {
        part = new double[size];
    }

    /**
     * Adds {@code weight * exp(-(centre + x * scale)^2 / 2)} to each sum; relative error below
     * 1e-10 while the exponent is above -48, and far below 1e-20 of the peak beyond it.
     *
     * @param sum as long as this object's size
     * @param x as long as this object's size
     */
    void addGaussian(double[] sum, double[] x, double centre, double scale, double weight) {
        double[] p = part;
        for (int i = 0; i < p.length; i++) {
            double d = centre + x[i] * scale;
            p[i] = d * d * SMALLER;
        }
        for (int i = 0; i < p.length; i++) {
            double u = p[i];
            double series = 1 + u * (1.0 / 6);
            series = 1 + u * (1.0 / 5) * series;
            series = 1 + u * (1.0 / 4) * series;
            series = 1 + u * (1.0 / 3) * series;
            series = 1 + u * (1.0 / 2) * series;
            p[i] = 1 + u * series;
        }
        for (int i = 0; i < p.length; i++) {
            double to2 = p[i] * p[i];
            double to4 = to2 * to2;
            double to8 = to4 * to4;
            double to16 = to8 * to8;
            p[i] = to16 * to16;
        }
        for (int i = 0; i < p.length; i++) {
            double to2 = p[i] * p[i];
            double to4 = to2 * to2;
            double to8 = to4 * to4;
            double to16 = to8 * to8;
            p[i] = to16 * to16;
        }
        for (int i = 0; i < p.length; i++) {
            sum[i] += weight / p[i];
        }
    }
}
