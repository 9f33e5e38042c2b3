package io.huihui.console.market;

import io.huihui.connectors.topic.Topics;
import io.huihui.console.contract.LiveTopic;
import io.huihui.console.contract.LiveTopics;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.huihui.console.market.Samples.NOON;
import static io.huihui.console.market.Samples.features;
import static org.assertj.core.api.Assertions.assertThat;

class MarketTest {

    private final List<Update> heard = new ArrayList<>();
    private final Market market = new Market(List.of(heard::add));

    @Test
    void newestOfEachSymbolIsKept() {
        take(features("SPY", 1, 500));
        take(features("SPY", 2, 501));
        take(features("QQQ", 1, 400));

        assertThat(market.state(key -> true)).hasSize(2);
        assertThat(market.state(key -> key.key().equals("SPY")).get(0).json())
                .contains("\"topic\":\"features\",\"key\":\"SPY\",\"slot\":\"\"", "\"mid\":501.0");
        assertThat(market.symbols()).containsEntry("SPY", NOON + 2000).containsKey("QQQ");
        assertThat(heard).hasSize(3);
    }

    @Test
    void olderSecondThatIsCorrectedChangesTheSeriesOnly() {
        take(features("SPY", 1, 500));
        take(features("SPY", 2, 501));
        take(features("SPY", 1, 499));

        assertThat(heard).hasSize(2);
        assertThat(market.series().rows("SPY", List.of(Feature.MID), 900))
                .containsExactly(List.of(NOON + 1000.0, 499.0), List.of(NOON + 2000.0, 501.0));
    }

    @Test
    void seriesForgetWhatIsOld() {
        take(features("SPY", 0, 500));
        take(features("SPY", SeriesBook.SECONDS, 501));

        assertThat(market.series().rows("SPY", List.of(Feature.MID), 900)).hasSize(1);
        assertThat(market.series().rows("SPY", List.of(Feature.ATM_IV_30D), 900).get(0).get(1))
                .isNaN();
    }

    @Test
    void recordsWithoutEndDoNotFillTheMemory() {
        LiveTopic<DeadLetter> letters = of(Topics.DEAD_LETTERS.shortName());
        for (int i = 0; i < 1000; i++) {
            market.accept(letters, new DeadLetter("huihui.quotes", 0, i, "need a quote", ""));
        }

        List<Update> kept = market.state(key -> key.topic().equals("dead-letters"));
        assertThat(kept).hasSize(Market.MOST_SLOTS);
        assertThat(kept.stream().map(Update::json).toList())
                .anyMatch(json -> json.contains("\"offset\":999"))
                .noneMatch(json -> json.contains("\"offset\":1,"));
    }

    private void take(FeatureSnapshot snapshot) {
        market.accept(this.<FeatureSnapshot>of("features"), snapshot);
    }

    /** Safe: the caller names the record of that topic. */
    @SuppressWarnings("unchecked")
    private <T> LiveTopic<T> of(String name) {
        return (LiveTopic<T>) LiveTopics.named(name).orElseThrow();
    }
}
