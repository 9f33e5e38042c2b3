package io.huihui.operators.resolution;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Thesis;
import io.huihui.models.explanation.ConflictResolver;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.expert.Harnesses;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MissingResolutionsTest {

    private static final long WAIT = 20_000;

    @Test
    void whatAnAgentSettledIsNotSettledAgain() throws Exception {
        try (Harness harness = open()) {
            harness.conflict(conflict(1));
            harness.answer(reworded(1));
            harness.waitUntil(WAIT + 1);

            assertThat(harness.output()).isEmpty();
            harness.assertEmpty();
        }
    }

    @Test
    void whatNoAgentSettlesInTimeIsSettledByTheRule() throws Exception {
        try (Harness harness = open()) {
            harness.conflict(conflict(1));
            harness.waitUntil(5_000);
            harness.conflict(conflict(2));
            harness.waitUntil(WAIT - 1);
            assertThat(harness.output()).isEmpty();

            harness.waitUntil(WAIT);
            assertThat(harness.output()).containsExactly(ConflictResolver.resolve(conflict(1)));

            harness.answer(reworded(2));
            harness.waitUntil(2 * WAIT + 5_001);
            assertThat(harness.output()).hasSize(1);
            harness.assertEmpty();
        }
    }

    @Test
    void whatAnAgentSettledOtherwiseIsSettledByTheRule() throws Exception {
        try (Harness harness = open()) {
            harness.conflict(conflict(1));
            harness.answer(ConflictResolver.resolve(conflict(1)).reworded("Decision FLAT."));

            assertThat(harness.output()).containsExactly(ConflictResolver.resolve(conflict(1)));
        }
    }

    @Test
    void anAnswerThatIsReadBeforeItsConflictCounts() throws Exception {
        try (Harness harness = open()) {
            harness.answer(reworded(1));
            harness.conflict(conflict(1));
            harness.waitUntil(WAIT + 1);

            assertThat(harness.output()).isEmpty();
            harness.assertEmpty();
        }
    }

    @Test
    void whatWaitsGoesThroughARestore() throws Exception {
        OperatorSubtaskState saved;
        try (Harness harness = open()) {
            harness.conflict(conflict(1));
            harness.conflict(conflict(2));
            saved = harness.operator.snapshot(1, 1);
        }
        try (Harness harness = new Harness()) {
            harness.operator.initializeState(saved);
            harness.operator.open();
            harness.answer(reworded(2));
            harness.waitUntil(WAIT + 1);

            assertThat(harness.output()).containsExactly(ConflictResolver.resolve(conflict(1)));
            harness.assertEmpty();
        }
    }

    private static Harness open() throws Exception {
        Harness harness = new Harness();
        harness.operator.open();
        return harness;
    }

    private static Resolution reworded(int second) {
        return ConflictResolver.resolve(conflict(second)).reworded("Decision UP, flow prevails.");
    }

    private static ConflictRecord conflict(int second) {
        SnapshotId snapshot = new SnapshotId("SPY", 1_767_623_400_000L + second * 1_000L);
        return new ConflictRecord(
                snapshot.text() + "/conflict",
                snapshot,
                List.of(view(Expert.FLOW, 0.8, 0.1), view(Expert.SENTIMENT, 0.1, 0.5)),
                0.5,
                true,
                "test/1");
    }

    private static ConflictView view(Expert expert, double up, double down) {
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                0.7,
                List.of(new Contribution("reason", up)),
                "opinion of " + expert);
    }

    private static final class Harness implements AutoCloseable {
        private final KeyedTwoInputStreamOperatorTestHarness<
                        String, ConflictRecord, Resolution, Resolution>
                operator;

        Harness() throws Exception {
            operator =
                    Harnesses.of(
                            new MissingResolutions(WAIT),
                            conflict -> conflict.snapshot().symbol(),
                            answer -> answer.snapshot().symbol());
        }

        void conflict(ConflictRecord conflict) throws Exception {
            operator.processElement1(new StreamRecord<>(conflict));
        }

        void answer(Resolution answer) throws Exception {
            operator.processElement2(new StreamRecord<>(answer));
        }

        void waitUntil(long millis) throws Exception {
            operator.setProcessingTime(millis);
        }

        List<Resolution> output() {
            return operator.extractOutputValues();
        }

        void assertEmpty() {
            assertThat(operator.numKeyedStateEntries()).isZero();
        }

        @Override
        public void close() throws Exception {
            operator.close();
        }
    }
}
