package io.huihui.models.quant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SviFitTest {

    /**
     * Axel Vogt's parameters: a smile with butterfly arbitrage (Gatheral and Jacquier 2014, example
     * 3.1).
     */
    private static final SviSmile VOGT = new SviSmile(-0.0410, 0.1331, 0.3060, 0.3586, 0.4153, 1.0);

    private static final int QUOTES = 61;

    private final SviFit fit = new SviFit();
    private final double[] k = new double[QUOTES];
    private final double[] vol = new double[QUOTES];
    private final double[] deviation = new double[QUOTES];

    @Property(tries = 60)
    void recoversASmileFromItsOwnVolatilities(
            @ForAll @DoubleRange(min = 0.0, max = 0.02) double a,
            @ForAll @DoubleRange(min = 0.02, max = 0.2) double b,
            @ForAll @DoubleRange(min = -0.85, max = 0.4) double rho,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double m,
            @ForAll @DoubleRange(min = 0.05, max = 0.3) double sigma) {
        SviSmile truth = new SviSmile(a, b, rho, m, sigma, 0.5);
        quote(truth, -0.6, 0.4, 0.001);

        SviFit.Result result = fit.fit(QUOTES, k, vol, deviation, 0.5);

        if (result.outcome() == SviFit.Outcome.FITTED) {
            for (double at : k) {
                assertThat(result.smile().volAnnual(at))
                        .isCloseTo(truth.volAnnual(at), within(1e-4));
            }
        } else {
            assertThat(truth.leastButterfly(-1.5, 1.3)).isLessThan(0.05);
        }
    }

    @Test
    void noiseOfHalfASpreadMovesTheSmileByLess() {
        SviSmile truth = new SviSmile(0.004, 0.06, -0.6, 0.02, 0.12, 0.25);
        quote(truth, -0.4, 0.25, 0.004);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < QUOTES; i++) {
            vol[i] += 0.004 * (random.nextDouble() - 0.5);
        }

        SviFit.Result result = fit.fit(QUOTES, k, vol, deviation, 0.25);

        assertThat(result.smile().volAnnual(0)).isCloseTo(truth.volAnnual(0), within(0.001));
        assertThat(result.rootMeanSquareVol()).isBetween(0.0005, 0.002);
    }

    @Test
    void repairsVogtsSmileAndSaysSo() {
        assertThat(VOGT.leastButterfly(-1.5, 1.5)).isNegative();
        quote(VOGT, -1.5, 1.5, 0.0001);

        SviFit.Result result = fit.fit(QUOTES, k, vol, deviation, 1.0);

        assertThat(result.outcome()).isEqualTo(SviFit.Outcome.REPAIRED);
        assertThat(result.smile().leastButterfly(-1.5, 1.5)).isGreaterThanOrEqualTo(-1e-9);
        assertThat(result.smile().volAnnual(0)).isCloseTo(VOGT.volAnnual(0), within(0.01));
    }

    @Test
    void theRepairKeepsLevelSkewAndLeftWing() {
        SviSmile repaired = SviRepair.repair(VOGT, -1.5, 1.5);

        assertThat(repaired.leastButterfly(-1.5, 1.5)).isGreaterThanOrEqualTo(0);
        assertThat(repaired.totalVariance(0)).isCloseTo(VOGT.totalVariance(0), within(1e-12));
        assertThat(repaired.slope(0)).isCloseTo(VOGT.slope(0), within(1e-12));
        assertThat(repaired.b() * (1 - repaired.rho()))
                .isCloseTo(VOGT.b() * (1 - VOGT.rho()), within(1e-12));
    }

    @Test
    void jumpWingsOfVogtsSmileAreThoseOfThePaper() {
        double root = Math.sqrt(VOGT.totalVariance(0));
        SviSmile same =
                SviRepair.ofJumpWings(0.01742625, -0.1752111, 0.6997381, 1.316798, 0.0116249, 1);

        assertThat(root * root).isCloseTo(0.01742625, within(1e-7));
        assertThat(same.b()).isCloseTo(VOGT.b(), within(1e-5));
        assertThat(same.rho()).isCloseTo(VOGT.rho(), within(1e-5));
        assertThat(same.m()).isCloseTo(VOGT.m(), within(1e-4));
        assertThat(same.sigma()).isCloseTo(VOGT.sigma(), within(1e-4));
    }

    @Test
    void butterflyHasTheSignOfTheSecondDifferenceOfPrices() {
        for (SviSmile smile : new SviSmile[] {VOGT, new SviSmile(0.01, 0.1, -0.5, 0, 0.2, 1)}) {
            for (double at = -1.2; at <= 1.2; at += 0.05) {
                double strike = 100 * Math.exp(at);
                double h = 0.01;
                double density =
                        (smile.price(100, strike + h, 1, at > 0)
                                        - 2 * smile.price(100, strike, 1, at > 0)
                                        + smile.price(100, strike - h, 1, at > 0))
                                / (h * h);
                double w = smile.totalVariance(at);
                double d2 = -at / Math.sqrt(w) - 0.5 * Math.sqrt(w);
                double formula =
                        smile.butterfly(at) * NormalDistribution.pdf(d2) / (strike * Math.sqrt(w));
                assertThat(formula).isCloseTo(density, within(2e-8 + 1e-4 * Math.abs(density)));
            }
        }
    }

    @Test
    void fourQuotesAreTooFew() {
        quote(VOGT, -0.5, 0.5, 0.01);

        assertThat(fit.fit(4, k, vol, deviation, 1.0))
                .extracting(SviFit.Result::smile, SviFit.Result::outcome)
                .containsExactly(null, SviFit.Outcome.TOO_FEW_QUOTES);
    }

    @Test
    void quarterDeltaVolatilitiesHaveQuarterDelta() {
        SviSmile smile = new SviSmile(0.004, 0.06, -0.6, 0.02, 0.12, 0.25);
        double put = smile.volOfDelta(0.25, false);
        double call = smile.volOfDelta(0.25, true);

        assertThat(put).isGreaterThan(call);
        double k25 = putStrikeOf(put);
        assertThat(smile.volAnnual(k25)).isCloseTo(put, within(1e-9));
    }

    /** ln(strike / forward) of a 25-delta put whose volatility is known, years 0.25. */
    private static double putStrikeOf(double putVol) {
        double s = putVol * Math.sqrt(0.25);
        return -(NormalDistribution.quantile(0.75) * s - 0.5 * s * s);
    }

    private void quote(SviSmile smile, double from, double to, double spread) {
        for (int i = 0; i < QUOTES; i++) {
            k[i] = from + (to - from) * i / (QUOTES - 1);
            vol[i] = smile.volAnnual(k[i]);
        }
        Arrays.fill(deviation, spread);
    }
}
