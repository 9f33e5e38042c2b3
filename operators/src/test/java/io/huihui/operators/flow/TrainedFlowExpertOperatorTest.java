package io.huihui.operators.flow;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class TrainedFlowExpertOperatorTest {

    /** Half an hour: outcomes of the shorter horizons have come when it is cut in two. */
    private static final int SECONDS = 1_800;

    private static final int CUT = 1_000;

    @Test
    void aRestoredOneGoesOnBitByBitAndASilentSymbolIsForgotten() throws Exception {
        List<FeatureSnapshot> market = market();
        List<ExpertOpinion> straight = new ArrayList<>();
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> all =
                harness()) {
            all.open();
            feed(all, market);
            straight.addAll(all.extractOutputValues());
        }
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> half =
                harness()) {
            half.open();
            feed(half, market.subList(0, CUT));
            broken.addAll(half.extractOutputValues());
            state = half.snapshot(1, 1);
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> rest =
                harness()) {
            rest.initializeState(state);
            rest.open();
            feed(rest, market.subList(CUT, SECONDS));
            broken.addAll(rest.extractOutputValues());

            assertThat(straight).hasSize(SECONDS).anyMatch(opinion -> !opinion.abstained());
            assertThat(broken).isEqualTo(straight);
            long last = market.get(SECONDS - 1).id().secondEndMillis();
            rest.processWatermark(last + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(rest.numKeyedStateEntries()).isZero();
        }
    }

    private static List<FeatureSnapshot> market() {
        SplittableRandom random = new SplittableRandom(7);
        List<FeatureSnapshot> market = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            market.add(Snapshots.at(second, Snapshots.random(random)));
        }
        return market;
    }

    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> harness,
            List<FeatureSnapshot> market)
            throws Exception {
        for (FeatureSnapshot snapshot : market) {
            harness.processElement(snapshot, 0);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
            harness() throws Exception {
        return Harnesses.of(new TrainedFlowExpertOperator(), s -> s.id().symbol());
    }
}
