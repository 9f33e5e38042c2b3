package io.huihui.simulator.option;

import io.huihui.models.quant.Greeks;
import io.huihui.simulator.truth.DealerPressure;

/**
 * Dealers who hold the other side of all open interest and keep their delta flat with a lag: they
 * sell into a rise when long gamma and buy into it when short. What they trade moves the price.
 *
 * <p>Position by the prior of domain.md section 0: long calls, short puts, less what customers
 * bought today.
 */
final class Dealers {

    /** Mean delay of a hedge, seconds. */
    private static final double LAG_SECONDS = 90;

    private static final double DONE_PER_SECOND = 1 - Math.exp(-1 / LAG_SECONDS);

    /** Greeks of the whole book are summed this often, seconds. */
    static final int REVALUE_SECONDS = 10;

    /** Trading this share of a session's volume moves the price by 1 %. */
    private static final double VOLUME_SHARE_PER_PERCENT = 0.05;

    /** Gross gamma at the open, as dollars hedged per dollar that moves the price: both per 1 %. */
    private static final double GROSS_GAIN = 0.6;

    /** Feedback of net gamma is held below this, so that short gamma never explodes. */
    private static final double HIGHEST_GAIN = 0.25;

    /** Share of a new trade's delta hedged in the market; the rest meets other customers. */
    private static final double FLOW_SHARE = 0.25;

    private static final double MILLIS_PER_DAY = 86_400_000.0;

    private final OptionBoard board;
    private final Pricer pricer;
    private final double sharesPerPercent;
    private final boolean enabled;
    private double gammaShares;
    private double vannaShares;
    private double charmShares;
    private double damping = 1;
    private double pendingShares;
    private double lastSpot;
    private double lastLevel;

    Dealers(OptionBoard board, Pricer pricer, double sharesPerSession, boolean enabled) {
        this.board = board;
        this.pricer = pricer;
        this.sharesPerPercent = VOLUME_SHARE_PER_PERCENT * sharesPerSession;
        this.enabled = enabled;
    }

    /** Turns weights of open interest into contracts, so that gross gamma has its planted size. */
    void open(double spot, double level) {
        double gross = 0;
        for (int index = 0; index < board.size(); index++) {
            gross += board.openInterest[index] * pricer.greeks(index).gamma();
        }
        // Shares that 1 % of move makes dealers trade, were all gamma on one side.
        double perPercent = gross * OptionBoard.MULTIPLIER * spot * 0.01;
        double scale = GROSS_GAIN * sharesPerPercent / perPercent;
        for (int index = 0; index < board.size(); index++) {
            board.openInterest[index] = Math.rint(board.openInterest[index] * scale);
        }
        lastSpot = spot;
        lastLevel = level;
        revalue();
    }

    /** Sums the greeks of the book. */
    void revalue() {
        double gamma = 0;
        double vanna = 0;
        double charm = 0;
        for (int index = 0; index < board.size(); index++) {
            double contracts = position(index);
            if (contracts != 0) {
                Greeks greeks = pricer.greeks(index);
                gamma += contracts * greeks.gamma();
                vanna += contracts * greeks.vanna();
                charm += contracts * greeks.charmPerDay();
            }
        }
        gammaShares = gamma * OptionBoard.MULTIPLIER;
        vannaShares = vanna * OptionBoard.MULTIPLIER;
        charmShares = charm * OptionBoard.MULTIPLIER;
        double gain = Math.abs(gammaShares) * pricer.spot() * 0.01 / sharesPerPercent;
        damping = Math.min(1, HIGHEST_GAIN / Math.max(gain, HIGHEST_GAIN));
    }

    private double position(int index) {
        double open = board.openInterest[index];
        double held = (OptionBoard.isCall(index) ? open : -open) - board.customerNet(index);
        double limit = open + board.dayVolume(index);
        return Math.max(-limit, Math.min(limit, held));
    }

    /** Books the delta of a customer's trade; above 0 the customer bought. */
    void customerTraded(int index, double signedContracts) {
        if (enabled) {
            pendingShares +=
                    FLOW_SHARE * signedContracts * pricer.delta(index) * OptionBoard.MULTIPLIER;
        }
    }

    /** Hedges for one second and returns the log return that the trading causes. */
    double hedge(double spot, double level, long elapsedMillis) {
        double deltaChange =
                gammaShares * (spot - lastSpot)
                        + vannaShares * (level - lastLevel)
                        + charmShares * elapsedMillis / MILLIS_PER_DAY;
        lastSpot = spot;
        lastLevel = level;
        if (!enabled) {
            return 0;
        }
        pendingShares -= damping * deltaChange;
        double traded = pendingShares * DONE_PER_SECOND;
        pendingShares -= traded;
        return 0.01 * traded / sharesPerPercent;
    }

    DealerPressure truth(String symbol, long nowMillis) {
        double spot = pricer.spot();
        return new DealerPressure(
                symbol,
                nowMillis,
                gammaShares * spot * spot * 0.01,
                vannaShares * spot * 0.01,
                charmShares * spot,
                pendingShares * spot);
    }
}
