package io.huihui.models.decision;

/**
 * Probabilities that implied volatility expands, contracts or stays over 60 minutes; they sum to 1.
 */
public record VolatilityView(double expand, double contract, double same) {

    public VolatilityView {
        Simplex.check("volatility view", expand, contract, same);
    }

    public static VolatilityView uniform() {
        double third = 1.0 / 3;
        return new VolatilityView(third, third, third);
    }
}
