package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;

/**
 * What a sub-state is like: the centre of its windows. Null where the market does not show it or it
 * does not vary.
 *
 * @param volatilityRatio volatility over the one its condition leads to expect
 * @param tradesRatio trades over those its condition leads to expect
 * @param repeatedSides prints on the side of the one before less those of chance, in deviations of
 *     chance in ten seconds; above 0 = one-sided
 * @param spread currency
 * @param depth shares resting in the book
 */
public record MicroProfile(
        Double volatilityRatio,
        Double tradesRatio,
        Double repeatedSides,
        Double spread,
        Double depth) {

    public MicroProfile {
        Require.notNegativeOrMissing("volatilityRatio", volatilityRatio);
        Require.notNegativeOrMissing("tradesRatio", tradesRatio);
        Require.finiteOrMissing("repeatedSides", repeatedSides);
        Require.notNegativeOrMissing("spread", spread);
        Require.notNegativeOrMissing("depth", depth);
    }

    static MicroProfile of(MicroRegimes regimes, int cluster) {
        double root = regimes.centre(cluster, MicroWindow.TRADES);
        return new MicroProfile(
                orNull(Math.exp(regimes.centre(cluster, MicroWindow.VOLATILITY))),
                orNull(root * root),
                orNull(regimes.centre(cluster, MicroWindow.REPEATED)),
                orNull(Math.exp(regimes.centre(cluster, MicroWindow.SPREAD))),
                orNull(Math.exp(regimes.centre(cluster, MicroWindow.DEPTH))));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
