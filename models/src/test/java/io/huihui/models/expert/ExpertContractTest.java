package io.huihui.models.expert;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.FeatureSnapshot;
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
import static org.assertj.core.data.Offset.offset;

/**
 * What every expert has to hold to, whatever it believes. An expert's own test extends this one and
 * overrides what its inputs make necessary: {@link #ready}, {@link #enough}, {@link #feedBefore}.
 */
public abstract class ExpertContractTest<M extends ExpertModel> {

    /** With {@link #STEP_SECONDS} apart nearly three hours: outcomes of all horizons get known. */
    private static final int SNAPSHOTS = 2_000;

    /** Half of the grid on which predictions are scored, so that every second one is scored. */
    private static final int STEP_SECONDS = 5;

    /** State in bytes that no expert may outgrow: it is copied at every checkpoint. */
    private static final int LARGEST_STATE = 1 << 20;

    /** Returns a model that has seen nothing. */
    protected abstract M fresh();

    /**
     * Returns a model that answers {@link #enough}; one that has seen nothing when that will do.
     */
    protected M ready() {
        return fresh();
    }

    /** Returns features with which {@link #ready} does not abstain. */
    protected FeatureVector enough() {
        return Snapshots.leaning(1.3).build();
    }

    /**
     * Tells the model what arrives besides snapshots, e.g. news, before the snapshot of a second;
     * by default nothing. It has to be the same for the same second.
     */
    protected void feedBefore(M model, int second) {}

    @Test
    void abstainsWithAReasonWhenStarved() {
        ExpertOpinion opinion = fresh().observe(Snapshots.at(0, nothing()));

        assertThat(opinion.abstained()).isTrue();
        assertThat(opinion.abstainReason()).contains("need ").contains("was ");
        assertThat(opinion.inputQuality()).isNotEmpty();
        assertThat(opinion.contributions()).isEmpty();
        for (Horizon horizon : Horizon.values()) {
            assertThat(opinion.thesis(horizon)).isEqualTo(Thesis.uniform(horizon));
        }
    }

    @Test
    void answersAboutTheSnapshotItWasAsked() {
        M model = ready();
        int second = SNAPSHOTS * STEP_SECONDS;

        ExpertOpinion opinion = model.observe(Snapshots.at(second, enough()));

        assertThat(opinion.abstained()).isFalse();
        assertThat(opinion.snapshot()).isEqualTo(Snapshots.at(second, nothing()).id());
        assertThat(opinion.expert()).isEqualTo(model.expert());
        assertThat(opinion.modelVersion()).isEqualTo(model.modelVersion());
    }

    @Test
    void probabilitiesSumToOneAndConfidenceIsAProbability() {
        for (ExpertOpinion opinion : run(fresh(), 0, SNAPSHOTS)) {
            assertThat(opinion.confidence()).isBetween(0.0, 1.0);
            for (Thesis thesis : opinion.theses()) {
                double sum = 0;
                for (Direction direction : Direction.values()) {
                    assertThat(thesis.probability(direction)).isBetween(0.0, 1.0);
                    sum += thesis.probability(direction);
                }
                assertThat(sum).isCloseTo(1, offset(1e-9));
            }
        }
    }

    @Test
    void contributionsSumToTheLogRatioOfTheCentralThesis() {
        ExpertOpinion opinion = ready().observe(Snapshots.at(SNAPSHOTS * STEP_SECONDS, enough()));

        Thesis central = opinion.thesis(Horizon.MINUTES_15);
        double sum = opinion.contributions().stream().mapToDouble(c -> c.value()).sum();
        assertThat(sum).isCloseTo(Math.log(central.up() / central.down()), offset(1e-9));
    }

    @Test
    void sameInputGivesTheSameOpinionsAndTheSameBytes() throws IOException {
        M first = fresh();
        M second = fresh();

        assertThat(run(first, 0, SNAPSHOTS)).isEqualTo(run(second, 0, SNAPSHOTS));
        assertThat(bytes(first)).isEqualTo(bytes(second));
    }

    /** The second market goes another way after the middle; what was said before may not know. */
    @Test
    void whatComesLaterChangesNothingBefore() {
        int middle = SNAPSHOTS / 2;
        List<ExpertOpinion> one = observe(fresh(), market(11, 11), 0, SNAPSHOTS);
        List<ExpertOpinion> other = observe(fresh(), market(11, 12), 0, SNAPSHOTS);

        assertThat(other.subList(0, middle)).isEqualTo(one.subList(0, middle));
    }

    @Test
    void snapshotAndRestoreInTheMiddleChangesNoBit() throws IOException {
        M straight = fresh();
        List<ExpertOpinion> expected = run(straight, 0, SNAPSHOTS);

        M before = fresh();
        List<ExpertOpinion> opinions = new ArrayList<>(run(before, 0, SNAPSHOTS / 2));
        M after = fresh();
        after.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(before))));
        assertThat(bytes(after)).as("bytes right after the restore").isEqualTo(bytes(before));
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
            feedBefore(model, 30 * i);
            model.observe(Snapshots.at(30 * i, Snapshots.random(random)));
        }

        assertThat(bytes(model).length).isLessThan(LARGEST_STATE);
    }

    private List<ExpertOpinion> run(M model, int from, int to) {
        return observe(model, market(11, 11), from, to);
    }

    private List<ExpertOpinion> observe(M model, List<FeatureSnapshot> market, int from, int to) {
        List<ExpertOpinion> opinions = new ArrayList<>();
        for (int i = from; i < to; i++) {
            feedBefore(model, i * STEP_SECONDS);
            opinions.add(model.observe(market.get(i)));
        }
        return opinions;
    }

    /** Snapshots whose first half is drawn from one seed and whose second half from another. */
    private static List<FeatureSnapshot> market(long firstSeed, long secondSeed) {
        List<FeatureSnapshot> market = new ArrayList<>();
        Snapshots.Market first = new Snapshots.Market(firstSeed);
        for (int i = 0; i < SNAPSHOTS / 2; i++) {
            market.add(Snapshots.at(i * STEP_SECONDS, first.next()));
        }
        Snapshots.Market second = new Snapshots.Market(secondSeed);
        for (int i = SNAPSHOTS / 2; i < SNAPSHOTS; i++) {
            market.add(Snapshots.at(i * STEP_SECONDS, second.next()));
        }
        return market;
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
