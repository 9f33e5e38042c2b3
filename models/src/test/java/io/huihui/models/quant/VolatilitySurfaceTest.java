package io.huihui.models.quant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class VolatilitySurfaceTest {

    private static final double DAY = 1 / 365.0;

    private final ChainArrays chain = new ChainArrays();

    private VolatilitySurface surfaceOf(SyntheticChain market, double... days) {
        market.fill(chain, 25, days);
        new ChainAnalytics(SyntheticChain.RATE, SyntheticChain.YIELD, DealerPrior.INDEX)
                .analyse(chain, SyntheticChain.SPOT, SyntheticChain.NOW);
        return VolatilitySurface.of(chain);
    }

    @Test
    void fitsTheQuotedVolatilitiesAndPrices() {
        VolatilitySurface surface = surfaceOf(SyntheticChain.skewed(), 7, 30, 90, 365);

        assertThat(surface.slices()).hasSize(4);
        assertThat(surface.greatestCalendarFall()).isLessThanOrEqualTo(0);
        for (int i = 0; i < chain.contractCount(); i++) {
            double vega = chain.column(ChainColumn.VEGA)[i];
            if (vega > 30) {
                assertThat(surface.theoreticalPrice(chain, i))
                        .isCloseTo(chain.column(ChainColumn.BID)[i], within(0.003 * vega));
            }
        }
    }

    @Test
    void interpolatesTotalVarianceInTime() {
        SyntheticChain market = new SyntheticChain((k, years) -> years < 0.1 ? 0.2 : 0.3);
        VolatilitySurface surface = surfaceOf(market, 10, 50);
        double total = 0.04 * 10 + (0.09 * 50 - 0.04 * 10) * 0.5;

        assertThat(surface.atmVol(10 * DAY)).isCloseTo(0.2, within(1e-4));
        assertThat(surface.atmVol(30 * DAY)).isCloseTo(Math.sqrt(total / 30), within(1e-4));
        assertThat(surface.termSlope(10 * DAY, 50 * DAY)).isCloseTo(0.2 / 0.3 - 1, within(1e-3));
        assertThat(surface.skew25(30 * DAY)).isCloseTo(0, within(1e-4));
        assertThat(surface.fly25(30 * DAY)).isCloseTo(0, within(1e-4));
    }

    @Test
    void doesNotInventWhatLiesOutsideTheExpiries() {
        VolatilitySurface surface = surfaceOf(SyntheticChain.skewed(), 10, 50);

        assertThat(surface.atmVol(9 * DAY)).isNaN();
        assertThat(surface.skew25(51 * DAY)).isNaN();
    }

    @Test
    void skewAndFlyAreThoseOfTheMarket() {
        VolatilitySurface surface = surfaceOf(SyntheticChain.skewed(), 20, 40);
        double years = 20 * DAY;
        double atm = surface.atmVol(years);

        assertThat(surface.skew25(years)).isBetween(0.01, 0.2);
        double put = surface.skew25(years) / 2 + surface.fly25(years) + atm;
        double s = put * Math.sqrt(years);
        double k = -(NormalDistribution.quantile(0.75) * s - 0.5 * s * s);
        double forward =
                SyntheticChain.SPOT
                        * Math.exp((SyntheticChain.RATE - SyntheticChain.YIELD) * years);
        assertThat(SyntheticChain.skewed().vol(forward * Math.exp(k), years))
                .isCloseTo(put, within(0.003));
    }

    @Test
    void raisesASliceThatFallsBelowTheOneBefore() {
        SyntheticChain market = new SyntheticChain((k, years) -> years < 0.1 ? 0.5 : 0.2);
        VolatilitySurface surface = surfaceOf(market, 30, 60);

        assertThat(surface.slices().get(0).raisedForCalendar()).isFalse();
        assertThat(surface.slices().get(1).raisedForCalendar()).isTrue();
        assertThat(surface.greatestCalendarFall()).isCloseTo(0, within(1e-12));
    }
}
