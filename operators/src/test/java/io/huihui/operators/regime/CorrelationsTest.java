package io.huihui.operators.regime;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class CorrelationsTest {

    private static final int SECONDS = 900;

    /** Ten minutes and more of two symbols of one factor and one that goes against it. */
    @Test
    void aMatrixAMinuteOnceEnoughWasSeen() throws Exception {
        List<CorrelationMatrix> matrices = new ArrayList<>();
        run(prices(), null, 0, SECONDS, matrices);

        // 30 joint returns at least 5 s apart: the first full minute after 150 s is the third.
        assertThat(matrices)
                .extracting(matrix -> (matrix.eventTimeMillis() - Snapshots.TEN_O_CLOCK) / 60_000)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L);
        CorrelationMatrix last = matrices.get(matrices.size() - 1);
        assertThat(last.symbols()).containsExactly("AAA", "BBB", "CCC");
        assertThat(last.of(0, 1)).isGreaterThan(0.8);
        assertThat(last.of(0, 2)).isLessThan(-0.8);
        assertThat(matrices.get(0).stress()).isNull();
        assertThat(last.stress()).isNotNull();
    }

    @Test
    void whichSymbolWasFasterDoesNotMatter() throws Exception {
        List<CorrelationMatrix> inOrder = new ArrayList<>();
        run(prices(), null, 0, SECONDS, inOrder);
        List<SymbolPrice> shuffled = new ArrayList<>(prices());
        Collections.reverse(shuffled);
        List<CorrelationMatrix> reversed = new ArrayList<>();
        try (var harness = harness()) {
            harness.open();
            for (SymbolPrice price : shuffled) {
                harness.processElement(price, 0);
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(end(SECONDS));
            reversed.addAll(harness.extractOutputValues());
        }

        assertThat(reversed).isEqualTo(inOrder);
    }

    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        List<CorrelationMatrix> straight = new ArrayList<>();
        run(prices(), null, 0, SECONDS, straight);
        List<CorrelationMatrix> broken = new ArrayList<>();
        OperatorSubtaskState state = run(prices(), null, 0, 431, broken);
        run(prices(), state, 431, SECONDS, broken);

        assertThat(broken).isEqualTo(straight);
    }

    @Test
    void aPriceThatIsTooLateIsLeftOutAndNothingIsLeftOfAnIdleMarket() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (SymbolPrice price : prices()) {
                harness.processElement(price, 0);
            }
            harness.processWatermark(end(SECONDS));
            int matrices = harness.extractOutputValues().size();
            harness.processElement(new SymbolPrice("AAA", end(5), 100), 0);
            harness.processWatermark(end(SECONDS) + 2 * IdleTimer.IDLE_MILLIS);

            assertThat(harness.extractOutputValues()).hasSize(matrices);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static OperatorSubtaskState run(
            List<SymbolPrice> prices,
            OperatorSubtaskState before,
            int from,
            int until,
            List<CorrelationMatrix> matrices)
            throws Exception {
        try (var harness = harness()) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            for (SymbolPrice price : prices) {
                long second = (price.secondEndMillis() - Snapshots.TEN_O_CLOCK) / 1000;
                if (second > from && second <= until) {
                    harness.processElement(price, 0);
                    // One second behind, so that a snapshot holds a second that waits.
                    harness.processWatermark(price.secondEndMillis() - 1001);
                }
            }
            OperatorSubtaskState state = harness.snapshot(1, 1);
            if (until == SECONDS) {
                harness.processWatermark(end(until));
            }
            matrices.addAll(harness.extractOutputValues());
            return state;
        }
    }

    private static List<SymbolPrice> prices() {
        SplittableRandom random = new SplittableRandom(3);
        List<SymbolPrice> prices = new ArrayList<>();
        double[] log = new double[3];
        for (int second = 1; second <= SECONDS; second++) {
            double factor = random.nextDouble() - 0.5;
            double[] with = {1, 1, -1};
            String[] names = {"AAA", "BBB", "CCC"};
            for (int i = 0; i < 3; i++) {
                log[i] += 1e-3 * (with[i] * factor + 0.1 * (random.nextDouble() - 0.5));
                prices.add(new SymbolPrice(names[i], end(second), 100 * Math.exp(log[i])));
            }
        }
        return prices;
    }

    private static long end(int second) {
        return Snapshots.TEN_O_CLOCK + second * 1000L;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SymbolPrice, CorrelationMatrix>
            harness() throws Exception {
        return Harnesses.of(new Correlations(), price -> "market");
    }
}
