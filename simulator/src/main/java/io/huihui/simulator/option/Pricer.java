package io.huihui.simulator.option;

import io.huihui.models.quant.BlackScholes;
import io.huihui.models.quant.Greeks;

/** Black-Scholes-Merton values of the board's contracts on the surface, at the present price. */
final class Pricer {

    /** Continuously compounded; public orders of magnitude, the same for all symbols. */
    static final double RATE = 0.04;

    static final double DIVIDEND_YIELD = 0.01;

    private final OptionBoard board;
    private final VolSurface surface;
    private double spot;
    private double logSpot;

    Pricer(OptionBoard board, VolSurface surface) {
        this.board = board;
        this.surface = surface;
    }

    void at(double price) {
        spot = price;
        logSpot = Math.log(price);
    }

    double spot() {
        return spot;
    }

    double volAnnual(int index) {
        int expiry = board.expiry(index);
        double carry = (RATE - DIVIDEND_YIELD) * surface.years(expiry);
        return surface.volAnnual(expiry, board.logStrike(index) - logSpot - carry);
    }

    double price(int index) {
        return BlackScholes.price(
                spot,
                board.strike(index),
                surface.years(board.expiry(index)),
                RATE,
                DIVIDEND_YIELD,
                volAnnual(index),
                OptionBoard.isCall(index));
    }

    double delta(int index) {
        return BlackScholes.delta(
                spot,
                board.strike(index),
                surface.years(board.expiry(index)),
                RATE,
                DIVIDEND_YIELD,
                volAnnual(index),
                OptionBoard.isCall(index));
    }

    Greeks greeks(int index) {
        return BlackScholes.greeks(
                spot,
                board.strike(index),
                surface.years(board.expiry(index)),
                RATE,
                DIVIDEND_YIELD,
                volAnnual(index),
                OptionBoard.isCall(index));
    }
}
