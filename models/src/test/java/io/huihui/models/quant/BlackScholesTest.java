package io.huihui.models.quant;

import io.huihui.models.InvalidRecordException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BlackScholesTest {

    /** Below this a golden value is the noise of numerical differentiation. */
    private static final double NOISE = 1e-60;

    /** 60-digit prices and numerical derivatives of them, see golden.py beside the resource. */
    private static final List<double[]> GOLDEN = GoldenGrid.read("black-scholes-golden.csv");

    private static final String[] COLUMNS = {
        "price",
        "delta",
        "gamma",
        "thetaPerDay",
        "vega",
        "vanna",
        "vomma",
        "charmPerDay",
        "speed",
        "zomma",
        "colorPerDay",
        "ultima"
    };

    @Test
    void priceAndAllGreeksAgreeWithSixtyDigitArithmetic() {
        for (double[] row : GOLDEN) {
            double[] ours =
                    columns(
                            BlackScholes.greeks(
                                    row[0], row[1], row[2], row[3], row[4], row[5], row[6] == 1));
            for (int column = 0; column < ours.length; column++) {
                double golden = row[7 + column];
                assertThat(ours[column])
                        .as("%s of %s", COLUMNS[column], java.util.Arrays.toString(row))
                        .isCloseTo(golden, within(NOISE + 1e-11 * Math.abs(golden)));
            }
        }
    }

    @Test
    void singleMethodsAreTheColumnsOfGreeks() {
        double[] all = columns(BlackScholes.greeks(100, 95, 0.3, 0.02, 0.01, 0.25, false));

        assertThat(
                        new double[] {
                            BlackScholes.price(100, 95, 0.3, 0.02, 0.01, 0.25, false),
                            BlackScholes.delta(100, 95, 0.3, 0.02, 0.01, 0.25, false),
                            BlackScholes.gamma(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.thetaPerDay(100, 95, 0.3, 0.02, 0.01, 0.25, false),
                            BlackScholes.vega(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.vanna(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.vomma(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.charmPerDay(100, 95, 0.3, 0.02, 0.01, 0.25, false),
                            BlackScholes.speed(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.zomma(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.colorPerDay(100, 95, 0.3, 0.02, 0.01, 0.25),
                            BlackScholes.ultima(100, 95, 0.3, 0.02, 0.01, 0.25)
                        })
                .containsExactly(all);
    }

    @Property(tries = 300)
    void putCallParity(
            @ForAll @DoubleRange(min = 20, max = 500) double strike,
            @ForAll @DoubleRange(min = -12, max = 1) double logYears,
            @ForAll @DoubleRange(min = -0.02, max = 0.1) double rate,
            @ForAll @DoubleRange(min = 0, max = 0.08) double yield,
            @ForAll @DoubleRange(min = 0.01, max = 5) double vol) {
        double years = Math.exp(logYears);
        double call = BlackScholes.price(100, strike, years, rate, yield, vol, true);
        double put = BlackScholes.price(100, strike, years, rate, yield, vol, false);
        double parity = 100 * Math.exp(-yield * years) - strike * Math.exp(-rate * years);

        assertThat(call - put).isCloseTo(parity, within(1e-12 * (100 + strike)));
        double deltas =
                BlackScholes.delta(100, strike, years, rate, yield, vol, true)
                        - BlackScholes.delta(100, strike, years, rate, yield, vol, false);
        assertThat(deltas).isCloseTo(Math.exp(-yield * years), within(1e-14));
    }

    @Property(tries = 300)
    void putOnOneCurrencyIsACallOnTheOther(
            @ForAll @DoubleRange(min = 20, max = 500) double strike,
            @ForAll @DoubleRange(min = 0.01, max = 3) double years,
            @ForAll @DoubleRange(min = 0, max = 0.1) double rate,
            @ForAll @DoubleRange(min = 0, max = 0.1) double yield,
            @ForAll @DoubleRange(min = 0.05, max = 2) double vol) {
        double call = BlackScholes.price(100, strike, years, rate, yield, vol, true);
        double put = BlackScholes.price(strike, 100, years, yield, rate, vol, false);

        assertThat(call).isCloseTo(put, within(1e-12 * (100 + strike)));
    }

    @Property(tries = 200)
    void greeksAreFiniteDifferencesOfEachOther(
            @ForAll @DoubleRange(min = 70, max = 140) double k,
            @ForAll @DoubleRange(min = 0.1, max = 2) double t,
            @ForAll @DoubleRange(min = 0, max = 0.08) double r,
            @ForAll @DoubleRange(min = 0, max = 0.08) double q,
            @ForAll @DoubleRange(min = 0.15, max = 1) double v,
            @ForAll boolean isCall) {
        double h = 1e-4;
        Greeks at = BlackScholes.greeks(100, k, t, r, q, v, isCall);
        Greeks up = BlackScholes.greeks(100 + 100 * h, k, t, r, q, v, isCall);
        Greeks down = BlackScholes.greeks(100 - 100 * h, k, t, r, q, v, isCall);
        near(at.delta(), (up.price() - down.price()) / (200 * h), 1);
        near(at.gamma(), (up.delta() - down.delta()) / (200 * h), 0.01);
        near(at.speed(), (up.gamma() - down.gamma()) / (200 * h), 0.001);

        Greeks high = BlackScholes.greeks(100, k, t, r, q, v + h, isCall);
        Greeks low = BlackScholes.greeks(100, k, t, r, q, v - h, isCall);
        near(at.vega(), (high.price() - low.price()) / (2 * h), 10);
        near(at.vanna(), (high.delta() - low.delta()) / (2 * h), 1);
        near(at.vomma(), (high.vega() - low.vega()) / (2 * h), 100);
        near(at.zomma(), (high.gamma() - low.gamma()) / (2 * h), 0.1);
        near(at.ultima(), (high.vomma() - low.vomma()) / (2 * h), 1000);

        Greeks later = BlackScholes.greeks(100, k, t - h, r, q, v, isCall);
        Greeks earlier = BlackScholes.greeks(100, k, t + h, r, q, v, isCall);
        double days = 2 * h * BlackScholes.DAYS_PER_YEAR;
        near(at.thetaPerDay(), (later.price() - earlier.price()) / days, 0.1);
        near(at.charmPerDay(), (later.delta() - earlier.delta()) / days, 0.01);
        near(at.colorPerDay(), (later.gamma() - earlier.gamma()) / days, 0.001);
    }

    @Test
    void signsOfVannaAndCharmAreThoseOfTheDesk() {
        assertThat(BlackScholes.vanna(100, 90, 0.1, 0, 0, 0.2)).isNegative();
        assertThat(BlackScholes.charmPerDay(100, 90, 0.1, 0, 0, 0.2, true)).isPositive();
        assertThat(BlackScholes.charmPerDay(100, 90, 0.1, 0, 0, 0.2, false)).isPositive();
        assertThat(BlackScholes.vanna(100, 110, 0.1, 0, 0, 0.2)).isPositive();
        assertThat(BlackScholes.charmPerDay(100, 110, 0.1, 0, 0, 0.2, true)).isNegative();
    }

    @Test
    void withoutTimeOrVolatilityOnlyTheIntrinsicValueIsLeft() {
        for (double[] timeAndVol : new double[][] {{0, 0.2}, {0.5, 0}}) {
            Greeks g = BlackScholes.greeks(100, 90, timeAndVol[0], 0, 0, timeAndVol[1], true);

            assertThat(columns(g)).containsExactly(10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        assertThat(BlackScholes.delta(100, 100, 0, 0, 0, 0.2, true)).isEqualTo(0.5);
    }

    @Test
    void refusesWhatIsNotANumberOrOutOfRange() {
        assertThatThrownBy(() -> BlackScholes.price(-1, 100, 1, 0, 0, 0.2, true))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("spot");
        assertThatThrownBy(() -> BlackScholes.vega(100, 100, Double.NaN, 0, 0, 0.2))
                .hasMessageContaining("timeToExpiryYears");
        assertThatThrownBy(() -> BlackScholes.vega(100, 100, 1, 0, 0, -0.2))
                .hasMessageContaining("volAnnual");
    }

    @Test
    void black76IsTheForwardFormOfTheSameFormula() {
        double forward = 100 * Math.exp((0.03 - 0.01) * 0.5);

        assertThat(Black76.price(forward, 105, 0.5, 0.03, 0.3, true))
                .isCloseTo(BlackScholes.price(100, 105, 0.5, 0.03, 0.01, 0.3, true), within(1e-12));
        assertThat(Black76.vega(forward, 105, 0.5, 0.03, 0.3))
                .isCloseTo(BlackScholes.vega(100, 105, 0.5, 0.03, 0.01, 0.3), within(1e-12));
        double h = 1e-3;
        double difference =
                Black76.price(forward + h, 105, 0.5, 0.03, 0.3, false)
                        - Black76.price(forward - h, 105, 0.5, 0.03, 0.3, false);
        assertThat(Black76.delta(forward, 105, 0.5, 0.03, 0.3, false))
                .isCloseTo(difference / (2 * h), within(1e-8));
    }

    private static void near(double analytic, double difference, double scale) {
        assertThat(analytic)
                .isCloseTo(difference, within(2e-5 * scale + 2e-5 * Math.abs(analytic)));
    }

    private static double[] columns(Greeks g) {
        return new double[] {
            g.price(),
            g.delta(),
            g.gamma(),
            g.thetaPerDay(),
            g.vega(),
            g.vanna(),
            g.vomma(),
            g.charmPerDay(),
            g.speed(),
            g.zomma(),
            g.colorPerDay(),
            g.ultima()
        };
    }
}
