package io.huihui.models.quant;

import io.huihui.models.quant.ParityForward.Outcome;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ParityForwardTest {

    private static final double RATE = 0.03;
    private static final double YIELD = 0.01;

    private final ParityForward parity = new ParityForward();

    @Test
    void findsForwardAndDiscountFactor() {
        begin(0.5);
        quotes(85, 115, 0.05, 0.045, 0.02);

        assertThat(parity.solve()).isEqualTo(Outcome.PARITY);
        assertThat(parity.forward()).isCloseTo(100 * Math.exp(0.025 * 0.5), within(1e-9));
        assertThat(parity.discountFactor()).isCloseTo(Math.exp(-0.045 * 0.5), within(1e-12));
    }

    @Test
    void oneStaleQuoteMovesItByLessThanAHundredthOfAnHonestSpread() {
        begin(0.5);
        quotes(85, 115, 0.05, 0.045, 0.02);
        parity.add(100, 14.0, 14.1, 2.0, 2.1);

        assertThat(parity.solve()).isEqualTo(Outcome.PARITY);
        assertThat(parity.forward()).isCloseTo(100 * Math.exp(0.025 * 0.5), within(0.02));
    }

    @Test
    void shortExpiriesUseTheAssumedRate() {
        begin(1.0 / 365);
        quotes(95, 105, 0.05, 0.5, 0.0);

        assertThat(parity.solve()).isEqualTo(Outcome.PARITY_AT_ASSUMED_RATE);
        assertThat(parity.discountFactor()).isEqualTo(Math.exp(-RATE / 365));
        assertThat(parity.forward()).isCloseTo(100 * Math.exp(0.5 / 365), within(0.005));
    }

    @Test
    void saysWhyItFellBackToCarry() {
        begin(0.5);
        parity.add(100, 5, 5.1, 5, 5.1);
        parity.add(101, 0, 5.1, 5, 5.1);
        parity.add(102, 5, 4.9, 5, 5.1);
        parity.add(140, 5, 5.1, 5, 5.1);
        assertThat(parity.solve()).isEqualTo(Outcome.TOO_FEW_PAIRS);
        assertThat(parity.forward()).isEqualTo(100 * Math.exp(0.02 * 0.5));

        begin(0.01);
        for (double strike = 90; strike <= 110; strike++) {
            double difference = 130 - strike;
            parity.add(strike, 40 + difference, 40.1 + difference, 40, 40.1);
        }
        assertThat(parity.solve()).isEqualTo(Outcome.IMPLAUSIBLE);

        begin(0);
        quotes(95, 105, 0.05, 0.03, 0.0);
        assertThat(parity.solve()).isEqualTo(Outcome.EXPIRED);
    }

    private double years;

    private void begin(double yearsToExpiry) {
        years = yearsToExpiry;
        parity.begin(100, yearsToExpiry, RATE, YIELD);
    }

    private void quotes(double from, double to, double spread, double rate, double yield) {
        for (double strike = from; strike <= to; strike++) {
            if (years > 0) {
                double call = BlackScholes.price(100, strike, years, rate, yield, 0.2, true);
                double put = BlackScholes.price(100, strike, years, rate, yield, 0.2, false);
                double half = Math.min(spread, 0.5 * Math.min(call, put));
                parity.add(strike, call - half, call + half, put - half, put + half);
            }
        }
    }
}
