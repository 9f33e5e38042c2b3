package io.huihui.models.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** What every expert has to hold to, whatever it believes. */
public abstract class ExpertModelContract<M extends ExpertModel> {

    private static final int SNAPSHOTS = 2_000;

    /** State in bytes that no expert may outgrow. */
    private static final int LARGEST_STATE = 1 << 20;

    /** Returns a model that has seen nothing. */
    protected abstract M fresh();

    @Test
    void abstainsWithAReasonWhenStarved() {
        ExpertOpinion opinion =
                fresh().observe(Snapshots.at(0, new FeatureVector.Builder().build()));

        assertThat(opinion.abstained()).isTrue();
        assertThat(opinion.abstainReason()).contains("need ").contains("was ");
        assertThat(opinion.inputQuality()).isNotEmpty();
        assertThat(opinion.thesis(Horizon.MINUTES_15).up()).isEqualTo(1.0 / 3);
    }

    @Test
    void answersAboutTheSnapshotItWasAsked() {
        M model = fresh();

        ExpertOpinion opinion = model.observe(Snapshots.at(7, Snapshots.leaning(1).build()));

        assertThat(opinion.abstained()).isFalse();
        assertThat(opinion.snapshot()).isEqualTo(Snapshots.at(7, nothing()).id());
        assertThat(opinion.expert()).isEqualTo(model.expert());
        assertThat(opinion.modelVersion()).isEqualTo(model.modelVersion());
        assertThat(opinion.confidence()).isBetween(1.0 / 3, 1.0);
    }

    @Test
    void followsTheLeanOfItsInputsAndMirrorsIt() {
        ExpertOpinion bull = fresh().observe(Snapshots.at(0, Snapshots.leaning(2).build()));
        ExpertOpinion bear = fresh().observe(Snapshots.at(0, Snapshots.leaning(-2).build()));

        for (Horizon horizon : Horizon.values()) {
            assertThat(bull.thesis(horizon).up()).isGreaterThan(bull.thesis(horizon).down());
            assertThat(bear.thesis(horizon).down())
                    .isCloseTo(
                            bull.thesis(horizon).up(), org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void contributionsSumToTheLogRatioOfTheCentralThesis() {
        ExpertOpinion opinion = fresh().observe(Snapshots.at(0, Snapshots.leaning(1.3).build()));

        Thesis central = opinion.thesis(Horizon.MINUTES_15);
        double sum = opinion.contributions().stream().mapToDouble(c -> c.value()).sum();
        assertThat(sum)
                .isCloseTo(
                        Math.log(central.up() / central.down()),
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void sameInputGivesTheSameOpinionsAndTheSameBytes() throws IOException {
        M first = fresh();
        M second = fresh();

        assertThat(run(first, 0, SNAPSHOTS)).isEqualTo(run(second, 0, SNAPSHOTS));
        assertThat(bytes(first)).isEqualTo(bytes(second));
    }

    @Test
    void whatComesLaterChangesNothingBefore() {
        List<ExpertOpinion> shortRun = run(fresh(), 0, SNAPSHOTS / 2);
        List<ExpertOpinion> longRun = run(fresh(), 0, SNAPSHOTS);

        assertThat(longRun.subList(0, SNAPSHOTS / 2)).isEqualTo(shortRun);
    }

    @Test
    void snapshotAndRestoreInTheMiddleChangesNoBit() throws IOException {
        M straight = fresh();
        List<ExpertOpinion> expected = run(straight, 0, SNAPSHOTS);

        M before = fresh();
        List<ExpertOpinion> opinions = new ArrayList<>(run(before, 0, SNAPSHOTS / 2));
        M after = fresh();
        after.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(before))));
        opinions.addAll(run(after, SNAPSHOTS / 2, SNAPSHOTS));

        assertThat(opinions).isEqualTo(expected);
        assertThat(bytes(after)).isEqualTo(bytes(straight));
    }

    @Test
    void stateStaysBounded() throws IOException {
        M model = fresh();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < SNAPSHOTS; i++) {
            // Half a minute apart: 16 hours in all, so every ring and every session is filled.
            model.observe(Snapshots.at(30 * i, Snapshots.random(random)));
        }

        assertThat(bytes(model).length).isLessThan(LARGEST_STATE);
    }

    private List<ExpertOpinion> run(M model, int from, int to) {
        SplittableRandom random = new SplittableRandom(11);
        List<ExpertOpinion> opinions = new ArrayList<>();
        for (int i = 0; i < to; i++) {
            FeatureVector features = Snapshots.random(random);
            if (i >= from) {
                opinions.add(model.observe(Snapshots.at(i, features)));
            }
        }
        return opinions;
    }

    private static FeatureVector nothing() {
        return new FeatureVector.Builder().build();
    }

    private static byte[] bytes(ExpertModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
