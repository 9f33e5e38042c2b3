package io.huihui.models.quant;

/**
 * Moves a smile with butterfly arbitrage to the nearest one without, along the path to a smile that
 * is known to be free of it: at-the-money variance, skew and the left wing stay, the right wing and
 * the minimum move.
 *
 * <p>Reference: J. Gatheral, A. Jacquier, "Arbitrage-free SVI volatility surfaces", Quantitative
 * Finance 14, 2014, section 5.1 (SVI jump-wings parameters, equation 5.1 and lemma 3.2).
 */
final class SviRepair {

    /** Halvings of the path; the last step is below 1e-6 of it. */
    private static final int HALVINGS = 20;

    private SviRepair() {}

    /** Returns the repaired smile, or null when the safe end of the path is not free either. */
    static SviSmile repair(SviSmile smile, double from, double to) {
        double w = smile.totalVariance(0);
        if (!(w > 0) || !(smile.b() > 0)) {
            return null;
        }
        double root = Math.sqrt(w);
        double skew = 0.5 * smile.slope(0) / root;
        double left = smile.b() * (1 - smile.rho()) / root;
        double right = smile.b() * (1 + smile.rho()) / root;
        double lowest =
                smile.a() + smile.b() * smile.sigma() * Math.sqrt(1 - smile.rho() * smile.rho());
        double safeRight = left + 2 * skew;
        double safeLowest = 4 * w * left * safeRight / ((left + safeRight) * (left + safeRight));
        double good = 1;
        double bad = 0;
        SviSmile best = null;
        for (int halving = 0; halving <= HALVINGS; halving++) {
            double part = halving == 0 ? 1 : 0.5 * (good + bad);
            SviSmile moved =
                    ofJumpWings(
                            w,
                            skew,
                            left,
                            right + part * (safeRight - right),
                            lowest + part * (safeLowest - lowest),
                            smile.years());
            if (moved != null && moved.leastButterfly(from, to) >= 0) {
                best = moved;
                good = part;
            } else if (halving == 0) {
                return null;
            } else {
                bad = part;
            }
        }
        return best;
    }

    /** Raw parameters from jump-wings parameters in total variance; null when there are none. */
    static SviSmile ofJumpWings(
            double w, double skew, double left, double right, double lowest, double years) {
        double root = Math.sqrt(w);
        double b = 0.5 * root * (left + right);
        double rho = 1 - left * root / b;
        double beta = rho - 2 * skew * root / b;
        if (!(b > 0) || !(Math.abs(rho) < 1) || !(Math.abs(beta) < 1) || !(lowest <= w)) {
            return null;
        }
        double alpha = Math.sqrt(1 / (beta * beta) - 1) * Math.signum(beta);
        double flat = Math.sqrt(1 - rho * rho);
        double m;
        double sigma;
        if (beta == 0) {
            m = 0;
            sigma = (w - lowest) / (b * (1 - flat));
        } else {
            double bend = Math.signum(alpha) * Math.sqrt(1 + alpha * alpha) - alpha * flat - rho;
            m = (w - lowest) / (b * bend);
            sigma = alpha * m;
        }
        double a = lowest - b * sigma * flat;
        boolean usable = sigma > 0 && Double.isFinite(sigma) && Double.isFinite(m);
        return usable ? new SviSmile(a, b, rho, m, sigma, years) : null;
    }
}
