package io.huihui.operators.directives;

import io.huihui.models.decision.KeyLevels;
import io.huihui.models.decision.LevelOutcome;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.directive.Strikes;
import io.huihui.models.directive.Verdicts;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
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
        try (var harness = harness()) {
            harness.open();
            run(harness, 0, LAST_MINUTE, false);
            expected = harness.extractOutputValues();
        }
        List<KeyLevels> actual = new ArrayList<>();
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            run(harness, 0, 4, false);
            actual.addAll(harness.extractOutputValues());
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            run(harness, 5, LAST_MINUTE, true);
            actual.addAll(harness.extractOutputValues());
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
    }

    @Test
    void publishesOnceAMinuteAndForgetsASilentSymbol() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int second = 1; second <= 150; second++) {
                harness.processElement1(Strikes.ladder(second), 0);
                harness.processElement2(Verdicts.market(second, 450), 0);
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

    /** A profile a minute and a price every ten seconds; the order within a second varies. */
    private static void run(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, StrikeProfile, FeatureSnapshot, KeyLevels>
                    harness,
            int firstMinute,
            int lastMinute,
            boolean snapshotsFirst)
            throws Exception {
        for (int second = 60 * firstMinute; second < 60 * (lastMinute + 1); second += 10) {
            double mid = second < 240 ? 495.5 : 491.5;
            if (snapshotsFirst) {
                harness.processElement2(Verdicts.market(second, mid), 0);
            }
            if (second % 60 == 0) {
                harness.processElement1(Strikes.ladder(second), 0);
            }
            if (!snapshotsFirst) {
                harness.processElement2(Verdicts.market(second, mid), 0);
            }
            // Seconds are left open across the restore, so that buffers travel too.
            watermark(harness, Snapshots.TEN_O_CLOCK + (second - 10) * 1000L);
        }
        if (lastMinute == LAST_MINUTE) {
            watermark(harness, Snapshots.TEN_O_CLOCK + 60_000L * (lastMinute + 1));
        }
    }

    private static void watermark(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, StrikeProfile, FeatureSnapshot, KeyLevels>
                    harness,
            long millis)
            throws Exception {
        harness.processWatermark1(new Watermark(millis));
        harness.processWatermark2(new Watermark(millis));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, StrikeProfile, FeatureSnapshot, KeyLevels>
            harness() throws Exception {
        return Harnesses.of(new KeyLevelsOperator(), p -> p.id().symbol(), s -> s.id().symbol());
    }
}
