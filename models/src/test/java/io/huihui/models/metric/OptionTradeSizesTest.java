package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static io.huihui.models.metric.SecondBySecond.optionTrade;
import static org.assertj.core.api.Assertions.assertThat;

class OptionTradeSizesTest {

    private static final long TEN = at("2024-06-10T10:00");
    private static final OptionContract CALL =
            contract(at("2024-06-21T16:00"), 100, OptionKind.CALL);
    private static final OptionContract PUT = contract(at("2024-06-21T16:00"), 100, OptionKind.PUT);

    /**
     * After forty trades of 4 contracts, 10 is large and 9 is not. Bought puts and sold calls are
     * bearish; a trade without a side counts among the large ones alone.
     */
    @Test
    void largeTradesApartFromUsualOnes() {
        SecondBySecond run = new SecondBySecond();
        for (int i = 0; i < 40; i++) {
            long end = TEN + i * 1000L;
            run.second(end, optionTrade(CALL, end - 500, i, 1, 4, Aggressor.BUY));
        }
        run.restart();
        long end = TEN + 40_000;

        FeatureVector features =
                run.second(
                        end,
                        optionTrade(CALL, end - 900, 101, 1, 10, Aggressor.BUY),
                        optionTrade(PUT, end - 800, 102, 1, 30, Aggressor.SELL),
                        optionTrade(PUT, end - 700, 103, 1, 30, Aggressor.UNKNOWN),
                        optionTrade(PUT, end - 600, 104, 1, 2, Aggressor.BUY),
                        optionTrade(CALL, end - 500, 105, 1, 9, Aggressor.SELL));

        assertThat(features.get(Feature.BULLISH_LARGE_TRADES_1S)).isEqualTo(2);
        assertThat(features.get(Feature.LARGE_OPTION_TRADES_1S)).isEqualTo(3);
        assertThat(features.get(Feature.BULLISH_SMALL_TRADES_1S)).isEqualTo(-2);
        assertThat(run.second(end + 1000).get(Feature.LARGE_OPTION_TRADES_1S)).isZero();
    }
}
