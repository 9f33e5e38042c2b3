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
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LearningExpertOperatorTest {

    private static final int STEP_SECONDS = 30;

    /** Twenty minutes: outcomes of 5 and of 15 minutes get known. */
    private static final int SNAPSHOTS = 40;

    /** Restored while opinions wait: what was said before is learned after. */
    @Test
    void opinionsThatWaitSurviveARestoreAndAreLearnedFrom() throws Exception {
        List<ExpertOpinion> straight = new ArrayList<>();
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, String, ExpertOpinion>
                        all = harness();
                KeyedTwoInputStreamOperatorTestHarness<
                                String, FeatureSnapshot, String, ExpertOpinion>
                        half = harness()) {
            all.open();
            half.open();
            feed(all, 0, SNAPSHOTS);
            straight.addAll(all.extractOutputValues());
            feed(half, 0, 9);
            broken.addAll(half.extractOutputValues());
            state = half.snapshot(1, 1);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, String, ExpertOpinion>
                rest = harness()) {
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
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, String, ExpertOpinion>
                harness = harness()) {
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            feed(harness, 0, SNAPSHOTS);
            harness.processWatermark1(
                    new Watermark(
                            snapshot(SNAPSHOTS).id().secondEndMillis()
                                    + 2 * IdleTimer.IDLE_MILLIS));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static void feed(
            KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, String, ExpertOpinion>
                    harness,
            int from,
            int to)
            throws Exception {
        for (int i = from; i < to; i++) {
            harness.processElement1(snapshot(i), 0);
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

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, String, ExpertOpinion>
            harness() throws Exception {
        return Harnesses.of(new StudentOperator(), s -> s.id().symbol(), s -> s);
    }

    /** Asks as soon as there is a snapshot; of the other input it hears nothing. */
    private static final class StudentOperator extends ExpertOperator<String> {

        private static final long serialVersionUID = 1L;

        StudentOperator() {
            super(new StudentKind(), Harnesses.REPLAYED);
        }

        @Override
        public void processElement1(StreamRecord<FeatureSnapshot> element) throws Exception {
            ask(element.getValue());
        }

        @Override
        public void processElement2(StreamRecord<String> element) {}

        @Override
        protected void timer(long millis) {}
    }

    private static final class StudentKind implements ExpertKind<Student> {

        private static final long serialVersionUID = 1L;

        @Override
        public String uid() {
            return "student";
        }

        @Override
        public ModelState<Student> state() {
            return ModelState.trained("student", Student.class);
        }

        @Override
        public ModelState<?> otherState() {
            return null;
        }

        @Override
        public Student fresh() {
            return new Student();
        }
    }
}
