package io.huihui.models.quant;

import io.huihui.models.quant.ImpliedVolatility.Status;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

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
                    .isLessThan(1.5e-5 * price + 1e-300);
        }
    }

    /** Its price is so near the bound that a few roundings of it are worth more than 1e-10. */
    @Test
    void doesNotPromiseWhatThePriceDoesNotTell() {
        double years = Math.exp(1.25);
        double vol = Math.exp(1.69);
        double strike = 100 * Math.exp(-0.22);
        double price = Black76.price(100, strike, years, 0.02, vol, false);

        assertThat(
                        ImpliedVolatility.of(
                                        price, 100, strike, years, Math.exp(-0.02 * years), false)
                                .status())
                .isEqualTo(Status.VEGA_TOO_SMALL);
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

    /**
     * A chain of smiles, calls before puts, in which every fifth mid is noise and some are damaged:
     * each option must come out as if it stood alone.
     */
    @Test
    void neighboursChangeNoAnswer() {
        int count = 2011;
        SplittableRandom random = new SplittableRandom(7);
        double[] price = new double[count];
        double[] forward = new double[count];
        double[] strike = new double[count];
        double[] years = new double[count];
        double[] discount = new double[count];
        boolean[] call = new boolean[count];
        for (int i = 0; i < count; i++) {
            int expiry = i / 200;
            forward[i] = 100 + expiry;
            years[i] = Math.exp(expiry - 9.0);
            discount[i] = Math.exp(-0.02 * years[i]);
            strike[i] =
                    forward[i] * Math.exp(8 * (i % 100 - 50) / 50.0 * 0.2 * Math.sqrt(years[i]));
            call[i] = i % 200 < 100;
            double vol = 0.2 + 0.1 * Math.pow(Math.log(strike[i] / forward[i]), 2);
            price[i] = Black76.price(forward[i], strike[i], years[i], 0.02, vol, call[i]);
            if (i % 5 == 0) {
                price[i] *= 0.7 + 0.6 * random.nextDouble();
            }
            switch (i % 97) {
                case 11 -> price[i] = 0;
                case 12 -> price[i] = Double.NaN;
                case 13 -> strike[i] = -1;
                case 14 -> price[i] = 1e6;
                case 15 -> discount[i] = 0;
                case 16 -> forward[i] = Double.POSITIVE_INFINITY;
                case 17 -> years[i] = -1;
                case 18 -> price[i] = Double.MIN_VALUE;
                case 19 -> price[i] = 0.8 * discount[i] * Math.min(forward[i], strike[i]);
                default -> {}
            }
        }
        double[] vols = new double[count];
        byte[] codes = new byte[count];

        ImpliedVolatility.ofAll(count, price, forward, strike, years, discount, call, vols, codes);

        for (int i = 0; i < count; i++) {
            ImpliedVolatility alone =
                    ImpliedVolatility.of(
                            price[i], forward[i], strike[i], years[i], discount[i], call[i]);
            assertThat(Status.ofCode(codes[i])).as("option %s", i).isEqualTo(alone.status());
            if (alone.status() == Status.OK) {
                assertThat(vols[i]).as("option %s", i).isCloseTo(alone.volAnnual(), within(1e-10));
            } else {
                assertThat(vols[i]).as("option %s", i).isNaN();
            }
        }
        assertThat(codes)
                .contains(
                        Status.OK.code(),
                        Status.BELOW_INTRINSIC.code(),
                        Status.ABOVE_BOUND.code(),
                        Status.VEGA_TOO_SMALL.code(),
                        Status.INVALID.code());
    }

    private static Status status(double price, double strike) {
        return ImpliedVolatility.of(price, 100, strike, 0.5, 1, true).status();
    }
}
