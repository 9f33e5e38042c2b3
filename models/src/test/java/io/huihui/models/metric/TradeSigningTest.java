package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TradeSigningTest {

    @Test
    void theQuoteRuleLooksAtTheSideOfTheMid() {
        assertThat(TradeSigning.quoteRule(10.06, 10, 10.10)).isEqualTo(Aggressor.BUY);
        assertThat(TradeSigning.quoteRule(10.04, 10, 10.10)).isEqualTo(Aggressor.SELL);
        assertThat(TradeSigning.quoteRule(10.25, 10, 10.50)).isEqualTo(Aggressor.UNKNOWN);
        assertThat(TradeSigning.quoteRule(10, 0, 10.10)).isEqualTo(Aggressor.UNKNOWN);
    }

    @Test
    void leeAndReadyAskTheTickAtTheMidOnly() {
        assertThat(TradeSigning.leeReady(10.25, 10, 10.50, Aggressor.SELL))
                .isEqualTo(Aggressor.SELL);
        assertThat(TradeSigning.leeReady(10.5, 10, 10.50, Aggressor.SELL)).isEqualTo(Aggressor.BUY);
    }

    /** At the ask .9, at the mid .6, half way .75; told by the feed it is sure. */
    @Test
    void aBuyIsTheLikelierTheNearerToTheAsk() {
        assertThat(probability(10.5, Aggressor.SELL)).isCloseTo(0.9, within(1e-12));
        assertThat(probability(10.25, Aggressor.BUY)).isCloseTo(0.6, within(1e-12));
        assertThat(probability(10.375, Aggressor.SELL)).isCloseTo(0.75, within(1e-12));
        assertThat(probability(10.25, Aggressor.UNKNOWN)).isEqualTo(0.5);
        assertThat(TradeSigning.buyProbability(10, 10, 10.5, Aggressor.BUY, Aggressor.SELL))
                .isEqualTo(1);
    }

    private static double probability(double price, Aggressor tick) {
        return TradeSigning.buyProbability(price, 10, 10.5, Aggressor.UNKNOWN, tick);
    }

    @Property
    void mirroredPricesHaveMirroredProbabilities(
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double offset) {
        double above = probability(10.25 + offset, Aggressor.BUY);
        double below = probability(10.25 - offset, Aggressor.SELL);

        assertThat(above + below).isCloseTo(1, within(1e-9));
    }

    /** One deviation up: 84.13 % were bought. */
    @Test
    void bulkVolumeFollowsTheChangeOfPrice() {
        assertThat(TradeSigning.bulkShareBought(0.2, 0.2)).isCloseTo(0.841345, within(1e-6));
        assertThat(TradeSigning.bulkShareBought(0.2, 0)).isEqualTo(0.5);
    }
}
