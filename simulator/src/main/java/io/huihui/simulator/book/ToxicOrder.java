package io.huihui.simulator.book;

import io.huihui.simulator.price.Window;
import io.huihui.simulator.truth.ToxicBurst;

/**
 * An aggressive parent order worked over seconds. Its impact is Y sigma sqrt(q / V) while it lasts,
 * and half of it decays afterwards.
 *
 * <p>Reference: Toth et al., "Anomalous price impact and the critical nature of liquidity in
 * financial markets", Physical Review X, 2011.
 */
public final class ToxicOrder {

    /** The constant Y of the square-root law; published estimates are near 1. */
    private static final double IMPACT_CONSTANT = 0.8;

    /** Smallest and largest order as a share of a session's volume. */
    private static final double SMALLEST = 0.0005;

    private static final double LARGEST = 0.004;
    private static final double SESSIONS_PER_YEAR = 252;
    private static final double DECAYING_SHARE = 0.5;
    private static final long DECAY_MILLIS = 5 * 60_000L;

    private final Window window;
    private final double shares;
    private final double fullImpact;
    private double pushed;

    public ToxicOrder(Window window, double volAnnual, double sharesPerSession) {
        double share = SMALLEST * Math.pow(LARGEST / SMALLEST, window.strength());
        this.window = window;
        this.shares = Math.rint(share * sharesPerSession);
        this.fullImpact =
                window.direction()
                        * IMPACT_CONSTANT
                        * volAnnual
                        / Math.sqrt(SESSIONS_PER_YEAR)
                        * Math.sqrt(share);
    }

    /** Returns the log return to push so that impact follows the law up to {@code nowMillis}. */
    public double impactUntil(long nowMillis) {
        double done = (nowMillis - window.startMillis()) / (double) window.lengthMillis();
        double target = fullImpact * Math.sqrt(Math.min(1, Math.max(0, done)));
        double change = target - pushed;
        pushed = target;
        return change;
    }

    /** Shares still to print per second while the order lasts. */
    public double sharesPerSecond() {
        return shares * 1_000 / window.lengthMillis();
    }

    public int direction() {
        return window.direction();
    }

    /** Log return that flows back after the end, within {@link #decayMillis}. */
    public double decay() {
        return -DECAYING_SHARE * fullImpact;
    }

    public long decayMillis() {
        return DECAY_MILLIS;
    }

    public ToxicBurst truth(String symbol) {
        return new ToxicBurst(
                symbol,
                window.startMillis(),
                window.endMillis(),
                window.direction(),
                shares,
                fullImpact);
    }
}
