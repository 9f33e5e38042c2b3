package io.huihui.simulator.chain;

/**
 * The six sub-states inside a market state: the same volatility regime can be traded calmly, in
 * bursts, or into a thin book. Each differs from the others in at least two observable factors.
 */
public enum MicroState {
    /** The base state as it is; the only one when micro-states are switched off. */
    NEUTRAL(1.0, 1.0, 1.0, 0, 0.55),
    /** Small prints, deep book: someone absorbs. */
    ABSORPTION(0.75, 1.4, 2.2, 0, 0.50),
    /** Fast one-sided trading. */
    BURST(1.25, 2.2, 0.9, 0, 0.80),
    /** Thin book, wide spread, few prints. */
    VACUUM(1.35, 0.6, 0.35, 2, 0.55),
    /** Many prints that alternate. */
    CHURN(0.85, 2.0, 1.3, 0, 0.30),
    /** Almost no trading. */
    QUIET(0.60, 0.4, 1.1, 0, 0.50);

    private final double volFactor;
    private final double tradeFactor;
    private final double depthFactor;
    private final int extraSpreadTicks;
    private final double signPersistence;

    MicroState(
            double volFactor,
            double tradeFactor,
            double depthFactor,
            int extraSpreadTicks,
            double signPersistence) {
        this.volFactor = volFactor;
        this.tradeFactor = tradeFactor;
        this.depthFactor = depthFactor;
        this.extraSpreadTicks = extraSpreadTicks;
        this.signPersistence = signPersistence;
    }

    /** Factor on the volatility of the price. */
    public double volFactor() {
        return volFactor;
    }

    /** Factor on the rate of trades. */
    public double tradeFactor() {
        return tradeFactor;
    }

    /** Factor on the sizes resting in the book. */
    public double depthFactor() {
        return depthFactor;
    }

    /** Ticks on top of the usual spread. */
    public int extraSpreadTicks() {
        return extraSpreadTicks;
    }

    /** Probability that a print has the same side as the one before. */
    public double signPersistence() {
        return signPersistence;
    }
}
