package io.huihui.models.quant;

/**
 * Dealer gamma repriced over a grid of spots with every volatility left at its strike, and where it
 * changes sign. Reusable; allocates nothing after construction.
 */
public final class GammaProfile {

    /** Grid points. */
    public static final int NODES = 61;

    /** The grid runs from this part of spot ... */
    public static final double LOWEST = 0.94;

    /** ... to this part, in equal steps. */
    public static final double HIGHEST = 1.06;

    /** The grid is padded to a whole number of vector registers. */
    private static final int PADDED = 64;

    private static final double PERCENT = 0.01;

    /** Beyond this d1 at every node a line adds less than 1e-20 of what it would at its peak. */
    private static final double FARTHEST_D1 = 9.7;

    private final double[] logRatio = new double[PADDED];
    private final double[] sum = new double[PADDED];
    private final FastExp exp = new FastExp(PADDED);
    private final double[] profile = new double[NODES];
    private double spot;
    private double flip;

    GammaProfile() {
        for (int node = 0; node < PADDED; node++) {
            logRatio[node] = Math.log(ratio(node));
        }
    }

    /** Returns the spot of a node, currency per share. */
    public double spot(int node) {
        return spot * ratio(node);
    }

    /** Returns dealer gamma at a node, currency per 1 % move. */
    public double gammaPerPercent(int node) {
        return profile[node];
    }

    /** Returns the zero crossing nearest to spot, currency per share; NaN when there is none. */
    public double flip() {
        return flip;
    }

    void begin(double spotPrice) {
        spot = spotPrice;
        java.util.Arrays.fill(sum, 0);
    }

    /**
     * Adds one line.
     *
     * @param shares dealers' shares of call and put together
     * @param logForwardMoneyness ln(forward / strike) at today's spot
     */
    void add(double shares, double logForwardMoneyness, double totalVol, double dividendDiscount) {
        double inverse = 1 / totalVol;
        double centre = logForwardMoneyness * inverse + 0.5 * totalVol;
        double lowest = centre + logRatio[0] * inverse;
        double highest = centre + logRatio[NODES - 1] * inverse;
        if (lowest > FARTHEST_D1 || highest < -FARTHEST_D1) {
            return;
        }
        exp.addGaussian(sum, logRatio, centre, inverse, shares * dividendDiscount * inverse);
    }

    void finish() {
        for (int node = 0; node < NODES; node++) {
            profile[node] =
                    sum[node] * NormalDistribution.INVERSE_SQRT_TWO_PI * PERCENT * spot(node);
        }
        flip = nearestCrossing();
    }

    private double nearestCrossing() {
        double nearest = Double.NaN;
        for (int node = 0; node + 1 < NODES; node++) {
            double left = profile[node];
            double right = profile[node + 1];
            if ((left < 0) == (right < 0) || left == right) {
                continue;
            }
            double at = spot(node) + (spot(node + 1) - spot(node)) * (left / (left - right));
            if (!(Math.abs(at - spot) >= Math.abs(nearest - spot))) {
                nearest = at;
            }
        }
        return nearest;
    }

    private static double ratio(int node) {
        return LOWEST + (HIGHEST - LOWEST) * node / (NODES - 1);
    }
}
