package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.Student;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LearningExpertFunctionTest {

    private static final int STEP_SECONDS = 30;

    /** Twenty minutes: outcomes of 5 and of 15 minutes get known. */
    private static final int SNAPSHOTS = 40;

    /** Restored while opinions wait: what was said before is learned after. */
    @Test
    void opinionsThatWaitSurviveARestoreAndAreLearnedFrom() throws Exception {
        List<ExpertOpinion> straight = new ArrayList<>();
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> all =
                        harness();
                KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                        half = harness()) {
            all.open();
            half.open();
            feed(all, 0, SNAPSHOTS);
            straight.addAll(all.extractOutputValues());
            feed(half, 0, 9);
            broken.addAll(half.extractOutputValues());
            state = half.snapshot(1, 1);
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> rest =
                harness()) {
            rest.initializeState(state);
            rest.open();
            feed(rest, 9, SNAPSHOTS);
            broken.addAll(rest.extractOutputValues());
        }

        assertThat(broken).isEqualTo(straight);
        assertThat(straight.get(9).thesis(Horizon.MINUTES_5))
                .as("nothing is known for five minutes")
                .isEqualTo(Thesis.uniform(Horizon.MINUTES_5));
        assertThat(straight.get(SNAPSHOTS - 1).thesis(Horizon.MINUTES_5).up())
                .as("then it has seen the price follow its input")
                .isGreaterThan(0.4);
    }

    @Test
    void nothingIsLeftOfAnIdleSymbol() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                harness = harness()) {
            harness.open();
            feed(harness, 0, SNAPSHOTS);
            harness.processWatermark(
                    snapshot(SNAPSHOTS).id().secondEndMillis() + 2 * IdleTimer.IDLE_MILLIS);

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> harness,
            int from,
            int to)
            throws Exception {
        for (int i = from; i < to; i++) {
            harness.processElement(snapshot(i), 0);
        }
    }

    /** A price that rises by more than the band of FLAT in five minutes. */
    private static FeatureSnapshot snapshot(int number) {
        FeatureVector features =
                new FeatureVector.Builder()
                        .set(Feature.MID, 450 * Math.exp(2e-4 * number))
                        .set(Feature.REALIZED_VOL_60M, 0.15)
                        .set(Feature.DWFD_5M, 1)
                        .build();
        return Snapshots.at(number * STEP_SECONDS, features);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
            harness() throws Exception {
        return Harnesses.of(new StudentFunction(), s -> s.id().symbol());
    }

    private static final class StudentFunction extends LearningExpertFunction<Student> {

        private static final long serialVersionUID = 1L;

        StudentFunction() {
            super(
                    "student",
                    ModelState.trained("student", Student.class),
                    null,
                    Harnesses.REPLAYED);
        }

        @Override
        public Student fresh() {
            return new Student();
        }
    }
}
