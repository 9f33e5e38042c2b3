package io.huihui.operators.memory;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.MemoryScope;
import io.huihui.models.memory.Situation;
import io.huihui.models.memory.Waves;
import io.huihui.models.vector.VectorDevice;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class AnaloguesOperatorTest {

    private static final int MINUTES = 400;
    private static final MemoryConfig CONFIG = new MemoryConfig(MemoryConfig.Engine.GRAPH, 300, 5);

    @Test
    void eachSymbolRemembersItsOwn() throws Exception {
        try (var harness = harness(CONFIG)) {
            harness.open();
            for (int minute = 0; minute < MINUTES; minute++) {
                harness.processElement(Waves.at("SPY", minute), 0);
                if (minute >= MINUTES / 2) {
                    harness.processElement(Waves.at("QQQ", minute), 0);
                }
                harness.processWatermark(time(minute));
            }
            List<Analogues> found = harness.extractOutputValues();

            assertThat(found).filteredOn(each -> symbol(each).equals("SPY")).hasSize(241);
            assertThat(found).filteredOn(each -> symbol(each).equals("QQQ")).hasSize(41);
            assertThat(found.get(found.size() - 1).held()).isEqualTo(140);
            assertThat(harness.numEventTimeTimers()).isEqualTo(2);
        }
    }

    /** All at once, backwards, before the first watermark: the same as one after the other. */
    @Test
    void theOrderOfArrivalDoesNotMatter() throws Exception {
        List<Analogues> straight = new ArrayList<>();
        run(null, 0, MINUTES, straight);
        try (var harness = harness(CONFIG)) {
            harness.open();
            for (int minute = MINUTES - 1; minute >= 0; minute--) {
                harness.processElement(Waves.at("SPY", minute), 0);
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(time(MINUTES));

            assertThat(harness.extractOutputValues()).isEqualTo(straight);
        }
    }

    @ParameterizedTest
    @EnumSource
    void restoredInTheMiddleGoesOnAsIfNothingHappened(MemoryConfig.Engine engine) throws Exception {
        MemoryConfig config = new MemoryConfig(engine, 300, 5);
        List<Analogues> straight = new ArrayList<>();
        run(config, null, 0, MINUTES, straight);
        List<Analogues> broken = new ArrayList<>();
        OperatorSubtaskState state = run(config, null, 0, 250, broken);
        run(config, state, 250, MINUTES, broken);

        assertThat(broken).isEqualTo(straight);
    }

    @Test
    void whatIsTooLateIsLeftOutAndNothingIsLeftOfAnIdleSymbol() throws Exception {
        try (var harness = harness(CONFIG)) {
            harness.open();
            for (int minute = 0; minute < MINUTES; minute++) {
                harness.processElement(Waves.at("SPY", minute), 0);
            }
            harness.processWatermark(time(MINUTES));
            int found = harness.extractOutputValues().size();
            harness.processElement(Waves.at("SPY", 5), 0);
            harness.processWatermark(time(MINUTES) + 2 * IdleTimer.IDLE_MILLIS);

            assertThat(harness.extractOutputValues()).hasSize(found);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static OperatorSubtaskState run(
            OperatorSubtaskState before, int from, int until, List<Analogues> found)
            throws Exception {
        return run(CONFIG, before, from, until, found);
    }

    /** The watermark is a minute behind, so that a snapshot holds a situation that waits. */
    private static OperatorSubtaskState run(
            MemoryConfig config,
            OperatorSubtaskState before,
            int from,
            int until,
            List<Analogues> found)
            throws Exception {
        try (var harness = harness(config)) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            for (int minute = from; minute < until; minute++) {
                harness.processElement(Waves.at("SPY", minute), 0);
                harness.processWatermark(time(minute - 1));
            }
            OperatorSubtaskState state = harness.snapshot(1, 1);
            if (until == MINUTES) {
                harness.processWatermark(time(until));
            }
            found.addAll(harness.extractOutputValues());
            return state;
        }
    }

    /** Without a device the engine that has one finds the same as the one that has none. */
    @Test
    void aDeviceThatIsNotThereChangesNothing() throws Exception {
        List<Analogues> exact = new ArrayList<>();
        run(new MemoryConfig(MemoryConfig.Engine.EXACT, 300, 5), null, 0, MINUTES, exact);
        List<Analogues> tensor = new ArrayList<>();
        run(new MemoryConfig(MemoryConfig.Engine.TENSOR, 300, 5), null, 0, MINUTES, tensor);

        assertThat(tensor).isEqualTo(exact).isNotEmpty();
    }

    private static VectorDevice noDevice() {
        throw new IllegalStateException("need a GPU, was none");
    }

    private static String symbol(Analogues analogues) {
        return analogues.snapshot().symbol();
    }

    private static long time(int minute) {
        return Waves.BEGIN + minute * 60_000L;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Situation, Analogues> harness(
            MemoryConfig config) throws Exception {
        return Harnesses.of(
                new AnaloguesOperator(
                        new MemoryRules(
                                config,
                                MemoryScope.ofSymbol(),
                                Judging.BY_EVENT_TIME,
                                AnaloguesOperatorTest::noDevice,
                                BreakerConfig.standard())),
                situation -> situation.snapshot().symbol());
    }
}
