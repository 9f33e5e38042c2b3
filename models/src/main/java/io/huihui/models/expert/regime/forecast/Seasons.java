package io.huihui.models.expert.regime.forecast;

import io.huihui.models.Require;

/**
 * How volatility and activity depend on the time of day: each a parabola around noon, a + b (2p -
 * 1)^2 at share p of the session.
 *
 * @param volatilityAtNoon a of volatility
 * @param volatilityRise b of volatility
 * @param tradesAtNoon a of the number of trades; others alike
 */
public record Seasons(
        double volatilityAtNoon,
        double volatilityRise,
        double tradesAtNoon,
        double tradesRise,
        double optionTradesAtNoon,
        double optionTradesRise) {

    public Seasons {
        Require.positive("volatilityAtNoon", volatilityAtNoon);
        Require.positive("volatility at the open", volatilityAtNoon + volatilityRise);
        Require.positive("tradesAtNoon", tradesAtNoon);
        Require.positive("trades at the open", tradesAtNoon + tradesRise);
        Require.positive("optionTradesAtNoon", optionTradesAtNoon);
        Require.positive("option trades at the open", optionTradesAtNoon + optionTradesRise);
    }

    /** Returns the factor on volatility at share {@code elapsed} of the session. */
    public double volatility(double elapsed) {
        return parabola(volatilityAtNoon, volatilityRise, elapsed);
    }

    /** Returns the factor on the number of trades. */
    public double trades(double elapsed) {
        return parabola(tradesAtNoon, tradesRise, elapsed);
    }

    /** Returns the factor on the number of option trades. */
    public double optionTrades(double elapsed) {
        return parabola(optionTradesAtNoon, optionTradesRise, elapsed);
    }

    private static double parabola(double noon, double rise, double elapsed) {
        double x = 2 * elapsed - 1;
        return noon + rise * x * x;
    }
}
