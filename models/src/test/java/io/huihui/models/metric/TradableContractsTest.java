package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryStateSerializer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TradableContractsTest {

    /** Tuesday 2023-11-14 at eleven o'clock in New York. */
    private static final long NOW = 1_699_977_600_000L;

    @Test
    void secondWithAnAnalysedChainHasItsTradableContractsInOrder() {
        RichMarket market = new RichMarket(3);
        SymbolFeatures features = new SymbolFeatures();
        close(features, market, NOW, true);

        ChainView view = features.tradable();
        assertThat(view.asOfMillis()).isEqualTo(NOW);
        assertThat(view.quotes()).isNotEmpty().hasSizeLessThanOrEqualTo(ChainView.MOST_QUOTES);
        List<ChainQuote> sorted = new ArrayList<>(view.quotes());
        sorted.sort(
                java.util.Comparator.comparingLong(
                                (ChainQuote quote) -> quote.contract().expiryTimeMillis())
                        .thenComparingDouble(quote -> quote.contract().strike())
                        .thenComparing(quote -> quote.contract().kind()));
        assertThat(view.quotes()).isEqualTo(sorted);
        // 98 days are beyond what is traded, deltas of nearly 0 and 1 are not worth quoting.
        TradingCalendar calendar = TradingCalendar.newYork();
        assertThat(view.quotes())
                .allSatisfy(
                        quote -> {
                            assertThat(
                                            calendar.daysToExpiry(
                                                    NOW, quote.contract().expiryTimeMillis()))
                                    .isLessThanOrEqualTo(45);
                            assertThat(Math.abs(quote.delta())).isBetween(0.02, 0.98);
                            assertThat(quote.ask() - quote.bid()).isCloseTo(0.02, within(1e-9));
                        });
        ChainQuote atTheMoney =
                view.quotes().stream()
                        .filter(quote -> quote.contract().strike() == 100)
                        .filter(quote -> quote.contract().kind() == OptionKind.CALL)
                        .skip(1)
                        .findFirst()
                        .orElseThrow();
        assertThat(atTheMoney.delta()).isCloseTo(0.5, within(0.1));
        assertThat(atTheMoney.forward()).isCloseTo(view.spot(), within(0.5));
        assertThat(view.of(atTheMoney.contract())).isEqualTo(atTheMoney);
    }

    @Test
    void secondWithoutAnAnalysisHasNone() {
        RichMarket market = new RichMarket(3);
        SymbolFeatures features = new SymbolFeatures();
        close(features, market, NOW, true);
        close(features, market, NOW + 1000, false);

        assertThat(features.tradable()).isNull();
    }

    @Test
    void viewIsTheSameAfterItsBytes() {
        RichMarket market = new RichMarket(4);
        SymbolFeatures features = new SymbolFeatures();
        close(features, market, NOW, true);
        ChainView view = features.tradable();

        assertThat(new BinaryStateSerializer<>(ChainView.class).copy(view)).isEqualTo(view);
    }

    private static void close(
            SymbolFeatures features, RichMarket market, long endMillis, boolean withChain) {
        features.closeSecond(
                SecondBySecond.SYMBOL,
                endMillis,
                market.second(endMillis, withChain),
                MetricConfig.defaults(),
                new FeatureVector.Builder());
    }
}
