package io.huihui.operators.sentiment;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NewsShocksTest {

    private static final int CALM_SECONDS = 600;

    @Test
    void aShockIsToldWithTheStoryThatCompletesIt() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert> live =
                shocks(Judging.ON_ARRIVAL)) {
            live.open();
            prices(live, 0, CALM_SECONDS);
            live.processElement2(story(CALM_SECONDS, "Chief resigns without notice"), 0);
            live.processElement1(price(CALM_SECONDS + 2, 95), 0);
            assertThat(live.extractOutputValues()).isEmpty();

            live.processElement2(story(CALM_SECONDS + 3, "Finance chief leaves amid fraud"), 0);

            assertThat(live.extractOutputValues())
                    .singleElement()
                    .satisfies(
                            alert -> {
                                assertThat(alert.kind()).isEqualTo(AlertKind.NEWS_SHOCK);
                                assertThat(alert.subject()).isEqualTo("n" + (CALM_SECONDS + 3));
                                assertThat(alert.snapshot().secondEndMillis())
                                        .isEqualTo(at(CALM_SECONDS + 4));
                                assertThat(alert.sentence()).startsWith("SPY fell");
                            });
        }
    }

    @Test
    void inAReplayItDoesNotMatterWhichStreamWasFaster() throws Exception {
        List<Alert> newsFirst = replay(true);
        List<Alert> pricesFirst = replay(false);

        assertThat(newsFirst).hasSize(1).isEqualTo(pricesFirst);
    }

    private static List<Alert> replay(boolean newsIsFaster) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert>
                harness = shocks(Judging.BY_EVENT_TIME)) {
            harness.open();
            if (newsIsFaster) {
                stories(harness);
            }
            prices(harness, 0, CALM_SECONDS);
            harness.processElement1(price(CALM_SECONDS + 2, 95), 0);
            if (!newsIsFaster) {
                stories(harness);
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            watermark(harness, at(CALM_SECONDS + 10));
            return List.copyOf(harness.extractOutputValues());
        }
    }

    @Test
    void aRestoredOneGoesOnAndASilentSymbolIsForgotten() throws Exception {
        OperatorSubtaskState state;
        try (KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert>
                harness = shocks(Judging.BY_EVENT_TIME)) {
            harness.open();
            prices(harness, 0, CALM_SECONDS);
            watermark(harness, at(CALM_SECONDS - 5));
            stories(harness);
            state = harness.snapshot(1, 1);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert>
                restored = shocks(Judging.BY_EVENT_TIME)) {
            restored.initializeState(state);
            restored.open();
            restored.processElement1(price(CALM_SECONDS + 2, 95), 0);
            watermark(restored, at(CALM_SECONDS + 10));
            assertThat(restored.extractOutputValues()).isEqualTo(replay(true));

            watermark(restored, at(CALM_SECONDS) + 2 * IdleTimer.IDLE_MILLIS);

            assertThat(restored.numKeyedStateEntries()).isZero();
            assertThat(restored.numEventTimeTimers()).isZero();
        }
    }

    private static void stories(
            KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert> harness)
            throws Exception {
        harness.processElement2(story(CALM_SECONDS + 3, "Finance chief leaves amid fraud"), 0);
        harness.processElement2(story(CALM_SECONDS, "Chief resigns without notice"), 0);
    }

    private static void prices(
            KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert> harness,
            int from,
            int to)
            throws Exception {
        for (int second = from; second < to; second++) {
            harness.processElement1(price(second, second % 2 == 0 ? 100 : 100.01), 0);
        }
    }

    private static void watermark(
            KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert> harness,
            long millis)
            throws Exception {
        harness.processWatermark1(new Watermark(millis));
        harness.processWatermark2(new Watermark(millis));
    }

    private static SymbolPrice price(int second, double mid) {
        return new SymbolPrice("SPY", at(second), mid);
    }

    private static NewsMention story(int second, String headline) {
        long time = at(second);
        return new NewsMention(
                "SPY",
                new NewsItem(
                        "n" + second, time, time, "wire", second, headline, null, List.of("SPY")),
                new LexiconScorer().score(headline));
    }

    private static long at(int second) {
        return Snapshots.TEN_O_CLOCK + second * 1_000L;
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, SymbolPrice, NewsMention, Alert>
            shocks(Judging judging) throws Exception {
        return Harnesses.of(new NewsShocks(judging), SymbolPrice::symbol, NewsMention::symbol);
    }
}
