package io.huihui.operators.graph;

import io.huihui.models.feature.SnapshotId;
import io.huihui.models.graph.ContextRules;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.KnownContext;
import io.huihui.models.graph.PlainGraph;
import io.huihui.models.graph.RandomGraph;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ContextsOperatorTest {

    private static final long SECOND = 1_000;
    private static final long LOOK_BACK = 20 * 60 * SECOND;
    private static final ContextRules RULES = new ContextRules(3, LOOK_BACK, 4, 100_000);
    private static final List<Facts> FACTS = RandomGraph.of(51, 2_000);
    private static final long END = FACTS.get(FACTS.size() - 1).knownMillis();

    @Test
    void aDecisionIsToldWhatWasKnownByItsSecond() throws Exception {
        PlainGraph plain = new PlainGraph();
        FACTS.forEach(plain::take);

        List<KnownContext> told = run(RandomGraph.BEGIN, END, null, new ArrayList<>()).told();

        assertThat(told).hasSizeGreaterThan(60);
        assertThat(told)
                .allSatisfy(
                        each ->
                                assertThat(each.context())
                                        .isEqualTo(plain.context(RULES.about(each.snapshot()))));
        assertThat(told)
                .allSatisfy(
                        each ->
                                assertThat(each.complete())
                                        .isEqualTo(
                                                each.snapshot().secondEndMillis() - LOOK_BACK
                                                        >= RandomGraph.BEGIN));
    }

    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        List<KnownContext> straight = run(RandomGraph.BEGIN, END, null, new ArrayList<>()).told();
        long middle = second((RandomGraph.BEGIN + END) / 2);
        Run first = run(RandomGraph.BEGIN, middle, null, new ArrayList<>());
        List<KnownContext> broken =
                run(middle, END, first.state(), new ArrayList<>(first.told())).told();

        assertThat(broken).isEqualTo(straight);
    }

    @Test
    void nothingIsToldBeforeTheWatermark() throws Exception {
        try (var harness = harness()) {
            harness.open();
            SnapshotId snapshot = new SnapshotId("SYM1", second(END));
            harness.processElement2(new Decision("d", snapshot), 0);
            FACTS.forEach(facts -> send(harness, facts));
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.processBothWatermarks(new Watermark(second(END)));
            assertThat(harness.extractOutputValues())
                    .extracting(KnownContext::about)
                    .containsExactly("d");
        }
    }

    @Test
    void whatNoLookBackSeesAnyMoreIsCleared() throws Exception {
        try (var harness = harness()) {
            harness.open();
            FACTS.forEach(facts -> send(harness, facts));
            long all = harness.snapshot(1, 1).getStateSize();
            harness.processBothWatermarks(new Watermark(END + 2 * LOOK_BACK));

            // What is left: the state each symbol is in, with its ties, and the sectors.
            assertThat(harness.snapshot(2, 2).getStateSize()).isLessThan(all / 10);
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private record Run(List<KnownContext> told, OperatorSubtaskState state) {}

    /** Every half minute a decision on one of the symbols, and a watermark half a minute behind. */
    private static Run run(
            long from, long until, OperatorSubtaskState before, List<KnownContext> told)
            throws Exception {
        try (var harness = harness()) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            int next = 0;
            while (next < FACTS.size() && FACTS.get(next).knownMillis() < from) {
                next++;
            }
            for (long now = second(from); now < until; now += 30 * SECOND) {
                while (next < FACTS.size() && FACTS.get(next).knownMillis() < now + 30 * SECOND) {
                    send(harness, FACTS.get(next++));
                }
                SnapshotId snapshot =
                        new SnapshotId("SYM" + now / (30 * SECOND) % RandomGraph.SYMBOLS, now);
                harness.processElement2(new Decision("d" + now, snapshot), 0);
                harness.processBothWatermarks(new Watermark(now - 30 * SECOND));
            }
            OperatorSubtaskState state = harness.snapshot(1, 1);
            told.addAll(harness.extractOutputValues());
            return new Run(told, state);
        }
    }

    private static long second(long millis) {
        return millis / (30 * SECOND) * (30 * SECOND);
    }

    private static void send(
            TwoInputStreamOperatorTestHarness<Facts, Decision, KnownContext> harness, Facts facts) {
        try {
            harness.processElement1(facts, 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<Byte, Facts, Decision, KnownContext>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ContextsOperator(RULES)),
                facts -> ContextsOperator.MARKET,
                decision -> ContextsOperator.MARKET,
                Types.BYTE);
    }
}
