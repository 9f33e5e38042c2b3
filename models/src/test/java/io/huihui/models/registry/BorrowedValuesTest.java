package io.huihui.models.registry;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.Expert;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BorrowedValuesTest {

    private static final FeatureDeclaration VOLATILITY =
            new FeatureDeclaration(
                    Expert.REGIME,
                    "regime.volatility",
                    ValueType.POSITIVE,
                    Feature.Unit.VOL_ANNUAL,
                    10_000,
                    List.of(Expert.FLOW));

    private final BorrowedValues values = new BorrowedValues();

    private void lend(long second, double value) {
        values.put(new LentValue("SPY", VOLATILITY.name(), 1_000 * second, value));
    }

    private BorrowedFeature at(long second) {
        return values.read(VOLATILITY, 1_000 * second);
    }

    /** The value of the second itself may or may not have come by then, so it never counts. */
    @Test
    void aValueCountsFromTheSecondAfterItsOwn() {
        lend(1, 0.1);
        lend(2, 0.2);
        lend(3, 0.3);

        assertThat(at(2))
                .isEqualTo(new BorrowedFeature(VOLATILITY.name(), 0.1, Quality.OK, 1_000L));
        assertThat(at(3).value()).isEqualTo(0.2);
        assertThat(at(4).value()).isEqualTo(0.3);
    }

    @Test
    void whatWasNeverLentIsAbsent() {
        lend(5, 0.5);

        assertThat(at(5))
                .isEqualTo(new BorrowedFeature(VOLATILITY.name(), null, Quality.ABSENT, null));
    }

    @Test
    void theLatestIsReadUntilItIsTooOld() {
        lend(1, 0.1);

        assertThat(at(11).value()).isEqualTo(0.1);
        assertThat(at(12))
                .isEqualTo(new BorrowedFeature(VOLATILITY.name(), null, Quality.STALE, 11_000L));
        assertThat(at(1_000).quality()).isEqualTo(Quality.STALE);

        lend(1_000, 0.2);

        assertThat(at(1_001).value()).isEqualTo(0.2);
    }

    @Test
    void onlyWhatCanStillBeReadIsKept() {
        for (int second = 1; second <= 5_000; second++) {
            lend(second, 0.1);
            at(second);
        }

        assertThat(values.size()).isLessThanOrEqualTo(3);
    }
}
