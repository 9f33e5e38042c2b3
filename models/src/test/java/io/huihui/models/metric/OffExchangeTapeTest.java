package io.huihui.models.metric;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.offExchange;
import static io.huihui.models.metric.SecondBySecond.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OffExchangeTapeTest {

    private static final long TEN = at("2024-06-10T10:00");
    private static final double BELOW = 99.95;
    private static final double ABOVE = 100.05;

    /** Share of the time in which two sessions' worth of 25 minutes hide somebody, one side. */
    private static final double USUAL = 0.5 * (2.0 / 23_400) / (2.0 / 23_400 + 1.0 / 1_500);

    private final SecondBySecond run = new SecondBySecond();
    private long sequence;
    private long end = TEN;

    /** One usual print a second; where a price is given, a block of thirty of them as well. */
    private FeatureVector second(double block) {
        List<MarketEvent> events = new ArrayList<>();
        events.add(quote(end - 900, ++sequence, 99.99, 100.01));
        events.add(offExchange(end - 800, ++sequence, 100, 100));
        if (block > 0) {
            events.add(offExchange(end - 700, ++sequence, block, 3_000));
        }
        FeatureVector features = run.second(end, events.toArray(MarketEvent[]::new));
        end += 1000;
        return features;
    }

    private FeatureVector seconds(int count, int blockEvery, double block) {
        FeatureVector last = null;
        for (int i = 1; i <= count; i++) {
            last = second(i % blockEvery == 0 ? block : 0);
        }
        return last;
    }

    @Test
    void nobodyHidesWhereNoBlocksAre() {
        FeatureVector features = seconds(300, 1_000, BELOW);

        assertThat(features.get(Feature.HIDDEN_BUYER_PROBABILITY)).isLessThan(0.01);
        assertThat(features.has(Feature.OFF_EXCHANGE_LEVEL)).isFalse();
    }

    @Test
    void blocksBelowTheMidMeanABuyer() {
        seconds(300, 1_000, BELOW);
        FeatureVector features = seconds(60, 8, BELOW);

        assertThat(features.get(Feature.HIDDEN_BUYER_PROBABILITY)).isGreaterThan(0.95);
        assertThat(features.get(Feature.HIDDEN_SELLER_PROBABILITY)).isLessThan(0.01);
    }

    @Test
    void blocksAboveTheMidMeanASeller() {
        seconds(300, 1_000, ABOVE);
        FeatureVector features = seconds(60, 8, ABOVE);

        assertThat(features.get(Feature.HIDDEN_SELLER_PROBABILITY)).isGreaterThan(0.95);
        assertThat(features.get(Feature.HIDDEN_BUYER_PROBABILITY)).isLessThan(0.01);
    }

    /** Two blocks at one price, one at another: 6,000 shares against 3,000. */
    @Test
    void blocksGatherAtALevel() {
        seconds(100, 1_000, BELOW);
        second(ABOVE);
        second(BELOW);
        FeatureVector features = second(BELOW);

        assertThat(features.get(Feature.OFF_EXCHANGE_LEVEL)).isCloseTo(BELOW, within(1e-9));
        assertThat(features.get(Feature.OFF_EXCHANGE_LEVEL_SHARES)).isCloseTo(6_000, within(5.0));
    }

    /** When the tape halts, belief fades second by second to what is usual and never jumps. */
    @Test
    void beliefFadesSmoothlyWhenTheTapeHalts() {
        seconds(300, 1_000, BELOW);
        double before = seconds(60, 8, BELOW).get(Feature.HIDDEN_BUYER_PROBABILITY);
        double largest = 0;
        for (int i = 0; i < 5 * 3_600; i++) {
            double now = run.second(end).get(Feature.HIDDEN_BUYER_PROBABILITY);
            end += 1000;
            largest = Math.max(largest, Math.abs(now - before));
            before = now;
        }

        assertThat(largest).isLessThan(0.001);
        assertThat(before).isCloseTo(USUAL, within(0.001));
    }

    /** What comes late changes its own second and everything after as if it had come in time. */
    @Test
    void aLateBlockEntersItsOwnSecond() {
        seconds(300, 1_000, BELOW);
        double own = second(0).get(Feature.HIDDEN_BUYER_PROBABILITY);
        long missed = end - 1_000;
        double without = seconds(30, 1_000, 0).get(Feature.HIDDEN_BUYER_PROBABILITY);

        FeatureSnapshot corrected = run.late(offExchange(missed - 500, ++sequence, BELOW, 3_000));
        double with = second(0).get(Feature.HIDDEN_BUYER_PROBABILITY);

        assertThat(corrected.id().secondEndMillis()).isEqualTo(missed);
        assertThat(corrected.revision()).isEqualTo(1);
        assertThat(corrected.features().get(Feature.HIDDEN_BUYER_PROBABILITY))
                .isGreaterThan(5 * own);
        assertThat(with).isGreaterThan(1.1 * without);
    }

    @Test
    void goesOnAfterARestart() {
        seconds(300, 20, BELOW);
        SymbolFeatures copy = SecondBySecond.copy(run.features());
        byte[] bytes = SecondBySecond.bytes(run.features());

        assertThat(SecondBySecond.bytes(copy)).isEqualTo(bytes);
    }
}
