package io.huihui.simulator.chain;

/**
 * The eight latent states of domain.md section 9. Volatilities are the ones given there; the other
 * figures are chosen to be plain to see, not fitted to any market.
 */
public enum MarketState {
    LOW_TREND(0.10, true, 30, 0.020, -0.30, 1.0),
    LOW_RANGE(0.10, false, 60, 0.020, -0.30, 0.8),
    MED_TREND(0.18, true, 25, 0.030, -0.40, 1.1),
    MED_RANGE(0.18, false, 40, 0.030, -0.40, 1.0),
    HIGH_TREND(0.30, true, 18, 0.045, -0.55, 1.4),
    HIGH_RANGE(0.30, false, 25, 0.045, -0.55, 1.3),
    STRESS(0.55, false, 8, 0.100, -0.70, 2.0),
    PIN(0.10, false, 30, 0.015, -0.35, 0.8);

    private final double volAnnual;
    private final boolean trending;
    private final double meanMinutes;
    private final double volPremium;
    private final double smileCorrelation;
    private final double activity;

    MarketState(
            double volAnnual,
            boolean trending,
            double meanMinutes,
            double volPremium,
            double smileCorrelation,
            double activity) {
        this.volAnnual = volAnnual;
        this.trending = trending;
        this.meanMinutes = meanMinutes;
        this.volPremium = volPremium;
        this.smileCorrelation = smileCorrelation;
        this.activity = activity;
    }

    /** Volatility of the price, 1.00 = 100 % per year of 252 sessions. */
    public double volAnnual() {
        return volAnnual;
    }

    /** Whether the price drifts in one direction while the state lasts. */
    public boolean trending() {
        return trending;
    }

    /** Mean length of a stay, minutes. */
    public double meanMinutes() {
        return meanMinutes;
    }

    /** What implied volatility stands above realised volatility, in the same unit. */
    public double volPremium() {
        return volPremium;
    }

    /** Correlation parameter of the smile, -1..0; lower means dearer puts. */
    public double smileCorrelation() {
        return smileCorrelation;
    }

    /** Factor on the rate of trades. */
    public double activity() {
        return activity;
    }
}
