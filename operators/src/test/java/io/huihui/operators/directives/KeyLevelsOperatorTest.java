package io.huihui.operators.directives;

import io.huihui.models.decision.KeyLevels;
import io.huihui.models.decision.LevelOutcome;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.directive.DeskMarket;
import io.huihui.models.directive.Strikes;
import io.huihui.models.directive.Verdicts;
import io.huihui.models.feature.MarketSecond;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class KeyLevelsOperatorTest {

    private static final int LAST_MINUTE = 8;

    @Test
    void restoreInTheMiddleGivesWhatARunThatNeverStoppedGives() throws Exception {
        List<KeyLevels> expected;
        List<DeskMarket> desk;
        try (var harness = harness()) {
            harness.open();
            run(harness, 0, LAST_MINUTE, true);
            desk = desk(harness);
            expected = harness.extractOutputValues();
        }
        List<KeyLevels> actual = new ArrayList<>();
        List<DeskMarket> seen = new ArrayList<>();
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            run(harness, 0, 4, false);
            actual.addAll(harness.extractOutputValues());
            seen.addAll(desk(harness));
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            run(harness, 5, LAST_MINUTE, true);
            actual.addAll(harness.extractOutputValues());
            seen.addAll(desk(harness));
        }

        // The first profile only makes history; the price falls through 493 after four minutes.
        assertThat(expected).hasSize(LAST_MINUTE);
        assertThat(expected.get(LAST_MINUTE - 1).levels())
                .anySatisfy(
                        level -> {
                            assertThat(level.lastOutcome()).isEqualTo(LevelOutcome.BROKE);
                            assertThat(level.touches()).isEqualTo(1);
                            assertThat(level.firstSeenMillis())
                                    .isEqualTo(Snapshots.TEN_O_CLOCK + 60_000);
                        });
        assertThat(actual).isEqualTo(expected);
        assertThat(seen).isEqualTo(desk);
        // Levels show from the second after the one they were found in, on their side of the price.
        DeskMarket last = desk.get(desk.size() - 1);
        assertThat(last.support()).isLessThan(491.5);
        assertThat(last.resistance()).isGreaterThan(491.5);
        assertThat(desk.get(0).support()).isNaN();
    }

    @Test
    void publishesOnceAMinuteAndForgetsASilentSymbol() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int second = 1; second <= 150; second++) {
                harness.processElement(second(second, 450, true), 0);
            }
            watermark(harness, Snapshots.TEN_O_CLOCK + 150_000);
            assertThat(harness.extractOutputValues())
                    .extracting(levels -> levels.snapshot().secondEndMillis())
                    .containsExactly(
                            Snapshots.TEN_O_CLOCK + 61_000, Snapshots.TEN_O_CLOCK + 121_000);
            watermark(harness, Snapshots.TEN_O_CLOCK + 2 * IdleTimer.IDLE_MILLIS);

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void operatorCanBeShippedToATaskManager() throws Exception {
        assertThat(InstantiationUtil.clone(new KeyLevelsOperator()))
                .isInstanceOf(KeyLevelsOperator.class);
    }

    /** A profile a minute and a price every ten seconds, with watermarks or without. */
    private static void run(
            KeyedOneInputStreamOperatorTestHarness<String, MarketSecond, KeyLevels> harness,
            int firstMinute,
            int lastMinute,
            boolean withWatermarks)
            throws Exception {
        for (int second = 60 * firstMinute; second < 60 * (lastMinute + 1); second += 10) {
            double mid = second < 240 ? 495.5 : 491.5;
            harness.processElement(second(second, mid, second % 60 == 0), 0);
            // Seconds are left open across the restore, so that buffers travel too.
            if (withWatermarks) {
                watermark(harness, Snapshots.TEN_O_CLOCK + (second - 10) * 1000L);
            }
        }
        if (lastMinute == LAST_MINUTE) {
            watermark(harness, Snapshots.TEN_O_CLOCK + 60_000L * (lastMinute + 1));
        }
    }

    private static List<DeskMarket> desk(
            KeyedOneInputStreamOperatorTestHarness<String, MarketSecond, KeyLevels> harness) {
        return harness.getSideOutput(KeyLevelsOperator.DESK).stream()
                .map(record -> record.getValue())
                .toList();
    }

    private static MarketSecond second(int second, double mid, boolean withStrikes) {
        return new MarketSecond(
                Verdicts.market(second, mid), withStrikes ? Strikes.ladder(second) : null, null);
    }

    private static void watermark(
            KeyedOneInputStreamOperatorTestHarness<String, MarketSecond, KeyLevels> harness,
            long millis)
            throws Exception {
        harness.processWatermark(new Watermark(millis));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MarketSecond, KeyLevels> harness()
            throws Exception {
        return Harnesses.of(new KeyLevelsOperator(), second -> second.snapshot().id().symbol());
    }
}
