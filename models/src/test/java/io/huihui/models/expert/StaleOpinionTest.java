package io.huihui.models.expert;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Opinions;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaleOpinionTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-15);
    private static final SnapshotId THEN = snapshot(1);
    private static final SnapshotId NOW = snapshot(20);

    @Test
    void halfOfItsConfidenceAndHalfOfItsEvidenceIsLeft() {
        ExpertOpinion last = Opinions.saying(THEN, Expert.FLOW, 0.6, 0.1);

        ExpertOpinion stale = StaleOpinion.of(last, NOW);

        assertThat(stale.snapshot()).isEqualTo(NOW);
        assertThat(stale.confidence()).isCloseTo(last.confidence() / 2, EXACT);
        Thesis thesis = stale.thesis(Horizon.MINUTES_15);
        assertThat(thesis.up()).isCloseTo((0.6 + 1.0 / 3) / 2, EXACT);
        assertThat(thesis.down()).isCloseTo((0.1 + 1.0 / 3) / 2, EXACT);
        assertThat(thesis.likeliest()).isEqualTo(Direction.UP);
        assertThat(StaleOpinion.is(stale)).isTrue();
        assertThat(StaleOpinion.is(last)).isFalse();
    }

    @Test
    void whatStalenessTakesIsAmongWhatMovedTheThesis() {
        ExpertOpinion last = Opinions.saying(THEN, Expert.FLOW, 0.6, 0.1);

        ExpertOpinion stale = StaleOpinion.of(last, NOW);

        double before = sum(last);
        Thesis thesis = stale.thesis(Horizon.MINUTES_15);
        double moved = Math.log(thesis.up() / thesis.down()) - Math.log(0.6 / 0.1);
        assertThat(sum(stale) - before).isCloseTo(moved, Offset.offset(1e-12));
    }

    private static double sum(ExpertOpinion opinion) {
        return opinion.contributions().stream().mapToDouble(Contribution::value).sum();
    }

    private static SnapshotId snapshot(int second) {
        return Snapshots.at(second, new FeatureVector.Builder().build()).id();
    }
}
