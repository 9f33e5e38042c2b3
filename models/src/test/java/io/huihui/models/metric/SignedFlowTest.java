package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.offExchange;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SignedFlowTest {

    private static final long TEN = at("2024-06-10T10:00");

    private final SecondBySecond run = new SecondBySecond();

    /**
     * A told sale of 100, an unsigned print of 1,000 at the ask: expected -100 + .8 x 1,000, and a
     * variance of 4 x .9 x .1 x 1,000 squared. On exchanges there was only the sale.
     */
    @Test
    void expectedSharesAndTheirErrorByHand() {
        FeatureVector features =
                run.second(
                        TEN,
                        quote(TEN - 900, 1, 10, 10.5),
                        trade(TEN - 800, 2, 10, 100, Aggressor.SELL),
                        offExchange(TEN - 700, 3, 10.5, 1_000));
        run.restart();
        FeatureVector next = run.second(TEN + 1000);

        assertThat(features.get(Feature.LIT_SIGNED_SHARES_1S)).isEqualTo(-100);
        assertThat(features.get(Feature.SIGNED_SHARES_5M)).isCloseTo(700, within(1e-3));
        assertThat(features.get(Feature.SIGNED_SHARES_5M_ERROR)).isCloseTo(600, within(1e-2));
        assertThat(next.get(Feature.LIT_SIGNED_SHARES_1S)).isZero();
        assertThat(next.get(Feature.SIGNED_SHARES_5M)).isCloseTo(700, within(1e-3));
    }

    /** A late print without a side moves no expectation and adds its whole size to the doubt. */
    @Test
    void aLatePrintAddsDoubtToItsOwnSecond() {
        run.second(
                TEN, quote(TEN - 900, 1, 10, 10.5), trade(TEN - 800, 2, 10.5, 100, Aggressor.BUY));
        run.second(TEN + 1000);

        FeatureSnapshot corrected = run.late(offExchange(TEN - 500, 3, 10.5, 300));

        assertThat(corrected.id().secondEndMillis()).isEqualTo(TEN);
        assertThat(corrected.features().get(Feature.SIGNED_SHARES_5M)).isCloseTo(100, within(1e-3));
        assertThat(corrected.features().get(Feature.SIGNED_SHARES_5M_ERROR))
                .isCloseTo(300, within(1e-2));
    }

    /**
     * Bars of a minute close at 10, 11 and 12: the first change of 1 makes the variance, the second
     * lies one deviation up, so 2 x .8413 - 1 of its 500 shares count.
     */
    @Test
    void bulkVolumeByHand() {
        run.second(TEN, trade(TEN - 800, 1, 10, 100, Aggressor.UNKNOWN));
        run.quiet(TEN, TEN + 59_000);
        run.second(TEN + 60_000, trade(TEN + 59_500, 2, 11, 400, Aggressor.UNKNOWN));
        run.quiet(TEN + 60_000, TEN + 119_000);

        FeatureVector features =
                run.second(TEN + 120_000, trade(TEN + 119_500, 3, 12, 500, Aggressor.UNKNOWN));

        assertThat(features.get(Feature.BULK_SIGNED_SHARES_5M))
                .isCloseTo(500 * (2 * 0.8413447 - 1), within(1e-2));
    }
}
