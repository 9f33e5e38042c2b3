package io.huihui.simulator;

import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.price.Seasonality;
import io.huihui.simulator.truth.CorrelationBreak;
import io.huihui.simulator.truth.DealerPressure;
import io.huihui.simulator.truth.ToxicBurst;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Prices have the volatility, correlation and feedback that the truth log claims. */
class PriceStatisticsTest {

    private static final Plants DEALERS_ONLY = new Plants(0, false, true, 0, 0, 0, 0, 0, 0, 0);
    private static final Plants BREAKS_ONLY = new Plants(0, false, false, 0, 0, 0, 0, 4, 0, 0);
    private static final Plants BURSTS_ONLY = new Plants(0, false, false, 0, 0, 0, 30, 0, 0, 0);

    @Test
    void volatilityIsThatOfTheState() {
        Map<MarketState, double[]> sums = new EnumMap<>(MarketState.class);
        for (int seed = 0; seed < 6; seed++) {
            Paths paths = new Paths(Paths.pricesOnly(seed, 2, Plants.none()));
            for (int symbol = 0; symbol < 2; symbol++) {
                addSquares(paths, symbol, sums);
            }
        }

        sums.forEach(
                (state, sum) -> {
                    if (state != MarketState.STRESS && sum[1] > 5_000) {
                        double vol = Math.sqrt(sum[0] / sum[1] * Clock.SECONDS_PER_YEAR);
                        assertThat(vol)
                                .as(state.name())
                                .isCloseTo(state.volAnnual(), within(0.05 * state.volAnnual()));
                    }
                });
        assertThat(sums.keySet()).hasSizeGreaterThanOrEqualTo(5);
    }

    private static void addSquares(Paths paths, int symbol, Map<MarketState, double[]> sums) {
        MarketState[] states = paths.states(symbol);
        for (int s = 1; s < states.length; s++) {
            double season = Seasonality.volatility(s / (double) states.length);
            double change = paths.ret(symbol, s - 1, s) / season;
            double[] sum = sums.computeIfAbsent(states[s], k -> new double[2]);
            sum[0] += change * change;
            sum[1]++;
        }
    }

    @Test
    void symbolsMoveTogetherExceptInABreak() {
        List<double[]> together = new ArrayList<>();
        List<double[]> apart = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Paths paths = new Paths(Paths.pricesOnly(seed, 2, BREAKS_ONLY));
            boolean[][] broken = broken(paths);
            for (int s = 1; s < Clock.SECONDS_PER_SESSION; s++) {
                double[] pair = {paths.ret(0, s - 1, s), paths.ret(1, s - 1, s)};
                if (!broken[0][s] && !broken[1][s]) {
                    together.add(pair);
                } else if (broken[0][s] != broken[1][s]) {
                    apart.add(pair);
                }
            }
        }

        // 0.90 x 0.85 of the profiles, a little less because the symbols' states differ.
        assertThat(correlation(together)).isBetween(0.60, 0.78);
        assertThat(correlation(apart)).isBetween(-0.25, -0.05);
    }

    private static boolean[][] broken(Paths paths) {
        boolean[][] broken = new boolean[2][Clock.SECONDS_PER_SESSION];
        for (CorrelationBreak one : paths.truth(CorrelationBreak.class)) {
            int symbol = one.symbol().equals("SPY") ? 0 : 1;
            for (int s = paths.second(one.eventTimeMillis());
                    s < paths.second(one.endMillis());
                    s++) {
                broken[symbol][s] = true;
            }
        }
        return broken;
    }

    private static double correlation(List<double[]> pairs) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (double[] pair : pairs) {
            xy += pair[0] * pair[1];
            xx += pair[0] * pair[0];
            yy += pair[1] * pair[1];
        }
        return xy / Math.sqrt(xx * yy);
    }

    /**
     * The same seed with and without hedging has the same noise, so the ratio of their variances
     * over five minutes shows what dealers do: long gamma damps, short gamma amplifies.
     */
    @Test
    void dealersDampWhenLongGammaAndAmplifyWhenShort() {
        double[] damping = new double[2];
        double[] amplifying = new double[2];
        for (int seed = 8; seed < 14; seed++) {
            Paths with = new Paths(Paths.pricesOnly(seed, 1, DEALERS_ONLY));
            Paths without = new Paths(Paths.pricesOnly(seed, 1, Plants.none()));
            for (DealerPressure pressure : with.truth(DealerPressure.class)) {
                int second = with.second(pressure.eventTimeMillis());
                if (second % 300 == 0) {
                    double[] sums = pressure.gammaPerPercent() > 0 ? damping : amplifying;
                    double hedged = with.ret(0, second, second + 300);
                    double free = without.ret(0, second, second + 300);
                    sums[0] += hedged * hedged;
                    sums[1] += free * free;
                }
            }
        }

        assertThat(damping[0] / damping[1]).as("variance, dealers long gamma").isLessThan(0.95);
        assertThat(amplifying[0] / amplifying[1]).as("dealers short gamma").isGreaterThan(1.15);
    }

    @Test
    void burstsMoveThePriceByTheSquareRootLaw() {
        double realised = 0;
        double planned = 0;
        for (int seed = 0; seed < 4; seed++) {
            Paths paths = new Paths(Paths.pricesOnly(seed, 1, BURSTS_ONLY));
            Paths calm = new Paths(Paths.pricesOnly(seed, 1, Plants.none()));
            for (ToxicBurst burst : paths.truth(ToxicBurst.class)) {
                int from = paths.second(burst.eventTimeMillis()) - 1;
                int until = paths.second(burst.endMillis());
                realised +=
                        burst.direction() * (paths.ret(0, from, until) - calm.ret(0, from, until));
                planned += Math.abs(burst.impactLogReturn());
            }
        }

        assertThat(realised / planned).isCloseTo(1, within(0.1));
    }
}
