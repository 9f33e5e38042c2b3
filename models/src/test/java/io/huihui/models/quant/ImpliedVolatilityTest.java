package io.huihui.models.quant;

import io.huihui.models.quant.ImpliedVolatility.Status;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ImpliedVolatilityTest {

    private static final double ONE_MINUTE = 1.0 / (365 * 24 * 60);

    @Property(tries = 5000)
    void undoesThePriceWhereverTheAnswerIsOk(
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double logMoneyness,
            @ForAll @DoubleRange(min = -13, max = 1.5) double logYears,
            @ForAll @DoubleRange(min = -4.6, max = 1.7) double logVol,
            @ForAll boolean isCall) {
        double strike = 100 * Math.exp(logMoneyness);
        double years = Math.exp(logYears);
        double vol = Math.exp(logVol);
        double price = Black76.price(100, strike, years, 0.02, vol, isCall);

        ImpliedVolatility implied =
                ImpliedVolatility.of(price, 100, strike, years, Math.exp(-0.02 * years), isCall);

        if (implied.status() == Status.OK) {
            assertThat(implied.volAnnual()).isCloseTo(vol, within(1e-10));
        } else {
            assertThat(implied.status())
                    .isIn(Status.VEGA_TOO_SMALL, Status.ABOVE_BOUND, Status.BELOW_INTRINSIC);
            assertThat(Black76.vega(100, strike, years, 0.02, vol))
                    .as("vega where no volatility was found")
                    .isLessThan(1e-5 * price + 1e-300);
        }
    }

    @Property(tries = 2000)
    void outOfTheMoneyOptionsAlwaysHaveOneDownToPricesOfOneE250(
            @ForAll @DoubleRange(min = -30, max = -0.01) double d1,
            @ForAll @DoubleRange(min = -9, max = 0) double logTotalVol) {
        double totalVol = Math.exp(logTotalVol);
        double forward = 100 * Math.exp(d1 * totalVol - 0.5 * totalVol * totalVol);
        double price = Black76.price(forward, 100, 1, 0, totalVol, true);

        ImpliedVolatility implied = ImpliedVolatility.of(price, forward, 100, 1, 1, true);

        assertThat(implied.status()).isEqualTo(Status.OK);
        assertThat(implied.volAnnual()).isCloseTo(totalVol, within(1e-10));
    }

    @Test
    void oneMinuteToExpiryFiveDeltaAndFiveHundredPercentVolatility() {
        for (double vol : new double[] {0.05, 0.3, 5.0}) {
            double strike = 100 * Math.exp(1.645 * vol * Math.sqrt(ONE_MINUTE));
            double price = Black76.price(100, strike, ONE_MINUTE, 0, vol, true);
            assertThat(Black76.delta(100, strike, ONE_MINUTE, 0, vol, true))
                    .isCloseTo(0.05, within(0.002));
            assertThat(ImpliedVolatility.of(price, 100, strike, ONE_MINUTE, 1, true).volAnnual())
                    .isCloseTo(vol, within(1e-10));
        }
        double price = Black76.price(100, 250, 2, 0.01, 5.0, false);
        assertThat(ImpliedVolatility.of(price, 100, 250, 2, Math.exp(-0.02), false).volAnnual())
                .isCloseTo(5.0, within(1e-10));
    }

    @Test
    void atTheForwardTheAnswerIsExact() {
        double price = Black76.price(100, 100, 0.25, 0, 0.2, true);

        assertThat(ImpliedVolatility.of(price, 100, 100, 0.25, 1, true).volAnnual())
                .isCloseTo(0.2, within(1e-14));
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(status(9.99, 90)).isEqualTo(Status.BELOW_INTRINSIC);
        assertThat(status(0, 110)).isEqualTo(Status.BELOW_INTRINSIC);
        assertThat(status(100, 90)).isEqualTo(Status.ABOVE_BOUND);
        assertThat(status(250, 90)).isEqualTo(Status.ABOVE_BOUND);
        assertThat(status(90.00000000000001, 10)).isEqualTo(Status.VEGA_TOO_SMALL);
        assertThat(status(Double.NaN, 90)).isEqualTo(Status.INVALID);
        assertThat(status(-1, 90)).isEqualTo(Status.INVALID);
        assertThat(status(1, Double.POSITIVE_INFINITY)).isEqualTo(Status.INVALID);
        assertThat(ImpliedVolatility.of(1, 100, 100, 0, 1, true).status())
                .isEqualTo(Status.INVALID);
        assertThat(ImpliedVolatility.of(9.99, 100, 90, 1, 1, true).volAnnual()).isNaN();
    }

    @Test
    void arrayFormIsTheScalarFormWithCodes() {
        double[] vols = new double[3];
        byte[] codes = new byte[3];
        ImpliedVolatility.ofAll(
                3,
                new double[] {8, 9.99, 100},
                new double[] {100, 100, 100},
                new double[] {100, 90, 90},
                new double[] {0.5, 0.5, 0.5},
                new double[] {1, 1, 1},
                new boolean[] {true, true, true},
                vols,
                codes);

        assertThat(vols[0]).isEqualTo(ImpliedVolatility.of(8, 100, 100, 0.5, 1, true).volAnnual());
        assertThat(vols[1]).isNaN();
        assertThat(codes)
                .containsExactly(
                        Status.OK.code(), Status.BELOW_INTRINSIC.code(), Status.ABOVE_BOUND.code());
        assertThat(Status.ofCode(codes[2])).isEqualTo(Status.ABOVE_BOUND);
    }

    private static Status status(double price, double strike) {
        return ImpliedVolatility.of(price, 100, strike, 0.5, 1, true).status();
    }
}
