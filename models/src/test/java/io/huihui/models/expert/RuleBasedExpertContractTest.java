package io.huihui.models.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/** What the baseline experts hold to besides: their rules have no favourite side. */
public abstract class RuleBasedExpertContractTest<M extends ExpertModel>
        extends ExpertContractTest<M> {

    @Test
    void followsTheLeanOfItsInputsAndMirrorsIt() {
        ExpertOpinion bull = fresh().observe(Snapshots.at(0, Snapshots.leaning(2).build()));
        ExpertOpinion bear = fresh().observe(Snapshots.at(0, Snapshots.leaning(-2).build()));

        for (Horizon horizon : Horizon.values()) {
            assertThat(bull.thesis(horizon).up()).isGreaterThan(bull.thesis(horizon).down());
            assertThat(bear.thesis(horizon).down())
                    .isCloseTo(bull.thesis(horizon).up(), offset(1e-12));
        }
        assertThat(bull.confidence()).isBetween(1.0 / 3, 1.0);
    }
}
