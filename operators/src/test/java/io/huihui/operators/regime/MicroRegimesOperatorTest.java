package io.huihui.operators.regime;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.regime.micro.ConditionsSeen;
import io.huihui.models.expert.regime.micro.MicroRegime;
import io.huihui.models.expert.regime.micro.MicroSecond;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class MicroRegimesOperatorTest {

    /** An hour and twenty minutes: half an hour is seen, and the fit to it is done. */
    private static final int SECONDS = 4_800;

    private static List<MicroRegime> straight;

    @BeforeAll
    static void runOnce() throws Exception {
        straight = new ArrayList<>();
        run(null, 0, SECONDS, straight);
    }

    @Test
    void tellsASubStateEveryTenSecondsOnceThereIsAFit() {
        assertThat(straight).hasSizeGreaterThan(100);
        for (int i = 1; i < straight.size(); i++) {
            assertThat(end(straight, i) - end(straight, i - 1)).isEqualTo(10_000);
        }
        assertThat(straight).allMatch(one -> one.fittedMillis() < one.snapshot().secondEndMillis());
        assertThat(straight.get(straight.size() - 1).subStates()).isEqualTo(2);
    }

    private static long end(List<MicroRegime> told, int place) {
        return told.get(place).snapshot().secondEndMillis();
    }

    /** Conditions long before seconds, and seconds backwards. */
    @Test
    void whichInputWasFasterDoesNotMatter() throws Exception {
        List<MicroSecond> backwards = new ArrayList<>(seconds());
        Collections.reverse(backwards);
        try (var harness = harness()) {
            harness.open();
            for (MicroSecond second : seconds()) {
                harness.processElement2(seen(second.secondEndMillis()), 0);
            }
            harness.processWatermark2(new Watermark(end(SECONDS)));
            for (MicroSecond second : backwards) {
                harness.processElement1(second, 0);
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark1(new Watermark(end(SECONDS)));

            assertThat(harness.extractOutputValues()).isEqualTo(straight);
        }
    }

    /** Within a window, in the middle of a fit, and after it. */
    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        for (int middle : new int[] {703, 1_850, 4_444}) {
            List<MicroRegime> broken = new ArrayList<>();
            OperatorSubtaskState state = run(null, 0, middle, broken);
            run(state, middle, SECONDS, broken);

            assertThat(broken).as("restored after second " + middle).isEqualTo(straight);
        }
    }

    /** The window has been told of; nothing is invented where the expert abstained. */
    @Test
    void whatIsTooLateOrWithoutConditionIsLeftOutAndAnIdleSymbolLeavesNothing() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (MicroSecond second : seconds().subList(0, 100)) {
                harness.processElement1(second, 0);
            }
            harness.processBothWatermarks(new Watermark(end(200)));
            harness.processElement1(seconds().get(5), 0);
            harness.processElement2(seen(seconds().get(5).secondEndMillis()), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processBothWatermarks(new Watermark(end(SECONDS) + 2 * IdleTimer.IDLE_MILLIS));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void windowsOfSymbolsEndInDifferentSecondsAndAllAreTenSecondsLong() {
        List<Long> ends = new ArrayList<>();
        for (String symbol : List.of("SPY", "QQQ", "IWM", "AAPL")) {
            long first = MicroRegimesOperator.windowEnd(symbol, end(1));
            assertThat(first).isBetween(end(1), end(10));
            assertThat(MicroRegimesOperator.windowEnd(symbol, first)).isEqualTo(first);
            assertThat(MicroRegimesOperator.windowEnd(symbol, first + 1_000))
                    .isEqualTo(first + 10_000);
            ends.add(first);
        }

        assertThat(ends.stream().distinct().count()).isGreaterThan(1);
    }

    private static OperatorSubtaskState run(
            OperatorSubtaskState before, int from, int until, List<MicroRegime> told)
            throws Exception {
        try (var harness = harness()) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            List<MicroSecond> seconds = seconds();
            for (MicroSecond second : seconds.subList(from, until)) {
                harness.processElement1(second, 0);
                long end = second.secondEndMillis();
                if (MicroRegimesOperator.windowEnd("SPY", end) == end) {
                    harness.processElement2(seen(end), 0);
                }
                // One second behind, so that a snapshot holds seconds that wait.
                harness.processBothWatermarks(new Watermark(end - 1_001));
            }
            OperatorSubtaskState state = harness.snapshot(1, 1);
            if (until == SECONDS) {
                harness.processBothWatermarks(new Watermark(end(until)));
            }
            told.addAll(harness.extractOutputValues());
            return state;
        }
    }

    /** Ten minutes of a deep book, ten of a thin one. */
    private static List<MicroSecond> seconds() {
        SplittableRandom random = new SplittableRandom(4);
        List<MicroSecond> seconds = new ArrayList<>();
        for (int t = 1; t <= SECONDS; t++) {
            boolean thin = t / 600 % 2 == 0;
            double trades = (thin ? 8 : 2) + random.nextInt(3);
            seconds.add(
                    new MicroSecond(
                            "SPY",
                            end(t),
                            0.1 * Math.exp(random.nextDouble(-0.5, 0.5)),
                            trades,
                            trades / 2 + random.nextDouble(-1, 1),
                            0.02 * Math.exp(random.nextDouble(-0.5, 0.5)),
                            (thin ? 100 : 400) * Math.exp(random.nextDouble(-0.6, 0.6)),
                            0.5));
        }
        return seconds;
    }

    private static ConditionsSeen seen(long endMillis) {
        List<Double> probabilities =
                new ArrayList<>(Collections.nCopies(MarketCondition.count(), 0.0));
        probabilities.set(MarketCondition.LOW_VOL_RANGING.ordinal(), 1.0);
        return new ConditionsSeen("SPY", endMillis, MarketCondition.LOW_VOL_RANGING, probabilities);
    }

    private static long end(int second) {
        return Snapshots.TEN_O_CLOCK + second * 1_000L;
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, MicroSecond, ConditionsSeen, MicroRegime>
            harness() throws Exception {
        return Harnesses.of(
                new MicroRegimesOperator(), MicroSecond::symbol, ConditionsSeen::symbol);
    }
}
