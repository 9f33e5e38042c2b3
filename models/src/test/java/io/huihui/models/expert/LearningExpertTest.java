package io.huihui.models.expert;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.outcome.PricePoint;

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

/** The contract on a small expert that learns, and when and what it is taught. */
class LearningExpertTest extends ExpertContractTest<Student> {

    /** 15 % a year over 5 minutes of 252 sessions of 390: .15 * sqrt(5 / 98280). */
    private static final double SIGMA_5M = 0.0010699;

    @Override
    protected Student fresh() {
        return new Student();
    }

    @Test
    void learnsNothingBeforeTheHorizonHasPassedAndThenWhatHappened() {
        Student student = fresh();
        student.observe(at(0, 450, 1));
        for (int second = 1; second < 300; second++) {
            student.observe(at(second, 450, 0));
        }
        assertThat(student.taught).isEmpty();
        assertThat(student.waiting(at(299, 450, 0).id().secondEndMillis())).isEqualTo(10);

        student.observe(at(300, 451, 0));

        ResolvedOpinion taught = student.taught.get(0);
        assertThat(student.taught).hasSize(1);
        assertThat(taught.horizon()).isEqualTo(Horizon.MINUTES_5);
        assertThat(taught.predictedAtMillis()).isEqualTo(at(0, 450, 1).id().secondEndMillis());
        assertThat(taught.inputs()).containsExactly(1, -1);
        assertThat(taught.realized()).isEqualTo(Direction.UP);
        assertThat(taught.logReturn()).isCloseTo(Math.log(451.0 / 450), offset(1e-12));
        assertThat(taught.sigma()).isCloseTo(SIGMA_5M, offset(1e-6));
        assertThat(taught.weight()).isEqualTo(0.1);
    }

    @Test
    void aMoveWithinTheBandIsFlat() {
        Student student = fresh();
        student.observe(at(0, 450, 1));
        student.observe(at(300, 450 * Math.exp(0.42 * SIGMA_5M), 0));
        student.observe(at(600, 450 * Math.exp(0.42 * SIGMA_5M - 0.44 * SIGMA_5M), 0));

        assertThat(student.taught.get(0).realized()).isEqualTo(Direction.FLAT);
        assertThat(student.taught.get(1).realized()).isEqualTo(Direction.DOWN);
    }

    @Test
    void aPriceThatComesWithinTheToleranceCountsAndALaterOneDoesNot() {
        Student inTime = fresh();
        inTime.observe(at(0, 450, 1));
        inTime.observe(at(305, 451, 0));
        assertThat(inTime.taught).hasSize(1);

        Student late = fresh();
        late.observe(at(0, 450, 1));
        late.observe(at(306, 451, 0));
        late.observe(at(331, 451, 0));
        assertThat(late.taught).isEmpty();
    }

    @Test
    void everyHorizonIsTaughtOnceAndThePastIsForgotten() {
        Student student = fresh();
        for (int second = 0; second <= 3 * 3600; second += 30) {
            student.observe(at(second, 450, 1));
        }

        // 361 points; those of the last 5, 15 and 60 minutes have no outcome yet.
        assertThat(student.taught).hasSize((361 - 10) + (361 - 30) + (361 - 120));
        assertThat(student.learned()).isEqualTo(student.taught.size());
        assertThat(student.waiting(at(3 * 3600, 450, 0).id().secondEndMillis())).isEqualTo(121);
    }

    @Test
    void withoutAKnownVolatilityNothingWaits() {
        Student student = fresh();
        FeatureVector features =
                new FeatureVector.Builder().set(Feature.MID, 450).set(Feature.DWFD_5M, 1).build();
        student.observe(Snapshots.at(0, features));
        student.observe(at(300, 451, 0));

        assertThat(student.taught).isEmpty();
    }

    /** The input leads the price; an expert that began knowing nothing finds out. */
    @Test
    void learnsFromItsOutcomesAndIsThenCalibrated() {
        Student student = fresh();
        SplittableRandom random = new SplittableRandom(21);
        double mid = 450;
        int said = 0;
        double brier = 0;
        double next = 1;
        for (int second = 0; second < 150 * 3600; second += 30) {
            if (second % 300 == 0) {
                next = random.nextBoolean() ? 1 : -1;
                // In four of five times the coming five minutes follow the input.
                double step = random.nextInt(5) == 0 ? -next : next;
                ExpertOpinion opinion = student.observe(at(second, mid, next));
                mid *= Math.exp(step * SIGMA_5M);
                if (second > 100 * 3600) {
                    Thesis thesis = opinion.thesis(Horizon.MINUTES_5);
                    double up = step > 0 ? 1 : 0;
                    brier += (thesis.up() - up) * (thesis.up() - up);
                    said++;
                }
            } else {
                student.observe(at(second, mid, Double.NaN));
            }
        }

        assertThat(student.isCalibrated(Horizon.MINUTES_5)).isTrue();
        // One who knows scores .8 * .2 = .16, one who says one half .25.
        assertThat(brier / said).isLessThan(0.18);
    }

    @Test
    void driftIsToldWhenErrorsChange() {
        Student student = fresh();
        double mid = 450;
        for (int second = 0; second < 200 * 3600; second += 30) {
            double step = second < 100 * 3600 ? 1 : -1;
            student.stubborn = step < 0;
            student.observe(at(second, mid, 1));
            mid *= Math.exp(step * SIGMA_5M / 10);
        }

        assertThat(student.drifts()).isGreaterThan(0);
        assertThat(student.heard).isEqualTo(student.drifts());
    }

    @Test
    void opinionsOfAnExpertWithOtherInputsAreDroppedOnRestore() throws IOException {
        WaitingOpinions two = new WaitingOpinions(2);
        two.observe(at(0, 450, 1).id(), PricePoint.of(at(0, 450, 1)), outcome -> {});
        two.add(at(0, 450, 1).id(), List.of(third(0), third(1), third(2)), new double[] {1, 2});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        two.writeTo(new DataOutputStream(bytes));

        WaitingOpinions three = new WaitingOpinions(3);
        three.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        List<ResolvedOpinion> taught = new ArrayList<>();
        three.observe(at(300, 451, 0).id(), PricePoint.of(at(300, 451, 0)), taught::add);
        assertThat(taught).isEmpty();
    }

    private static Thesis third(int horizon) {
        return Thesis.uniform(Horizon.values()[horizon]);
    }

    private static FeatureSnapshot at(int second, double mid, double input) {
        FeatureVector.Builder features =
                new FeatureVector.Builder()
                        .set(Feature.MID, mid)
                        .set(Feature.REALIZED_VOL_60M, 0.15);
        if (!Double.isNaN(input)) {
            features.set(Feature.DWFD_5M, input);
        }
        return Snapshots.at(second, features.build());
    }
}
