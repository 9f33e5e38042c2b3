package io.huihui.models.expert.regime.hmm;

import io.huihui.models.InvalidRecordException;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class HiddenMarkovModelTest {

    private static final double[][] ONE = {{1}};

    /** Standard normal and normal around 2, each left with probability 1/4. */
    private static HiddenMarkovModel two() {
        return new HiddenMarkovModel(
                new double[] {0.5, 0.5},
                new double[][] {{0.75, 0.25}, {0.25, 0.75}},
                new Gaussian[] {
                    new Gaussian(new double[] {0}, ONE), new Gaussian(new double[] {2}, ONE)
                });
    }

    /** At 1, in the middle, both densities are equal: phi(1); the posterior is the prior. */
    @Test
    void filtersByHand() {
        ForwardFilter filter = new ForwardFilter(two());
        double phi = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);

        assertThat(filter.observe(new double[] {1})).isCloseTo(Math.log(phi), within(1e-12));
        assertThat(filter.probability(0)).isCloseTo(0.5, within(1e-12));

        // At 0 the densities are phi(0) and phi(2): odds e^2 to 1.
        filter.observe(new double[] {0});
        double odds = Math.exp(2);
        assertThat(filter.probability(0)).isCloseTo(odds / (odds + 1), within(1e-12));

        // A missing observation lets the chain move on: p 3/4 + (1 - p) / 4.
        double before = filter.probability(0);
        assertThat(filter.observe(new double[] {Double.NaN})).isCloseTo(0, within(1e-12));
        assertThat(filter.probability(0)).isCloseTo(0.25 + before / 2, within(1e-12));
    }

    /** All of the start is in the first state, which has next to no chance of the observation. */
    @Test
    void whatNoStateOnTheWayCanHaveEmittedBeginsSomethingElse() {
        HiddenMarkovModel model =
                new HiddenMarkovModel(
                        new double[] {1, 0},
                        new double[][] {{1, 0}, {0, 1}},
                        new Gaussian[] {
                            new Gaussian(new double[] {0}, new double[][] {{1}}),
                            new Gaussian(new double[] {100}, new double[][] {{1}})
                        });
        ForwardFilter filter = new ForwardFilter(model);

        assertThat(filter.observe(new double[] {100})).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(filter.probability(1)).isEqualTo(1);
        assertThat(filter.observe(new double[] {100})).isFinite();
        assertThat(filter.observe(new double[] {0})).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(filter.probability(0)).isEqualTo(1);
    }

    @Test
    void restoreGoesOnWithTheSameBits() throws IOException {
        ForwardFilter filter = new ForwardFilter(two());
        filter.observe(new double[] {0.3});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        filter.writeTo(new DataOutputStream(bytes));
        ForwardFilter restored = new ForwardFilter(two());
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        filter.observe(new double[] {1.7});
        restored.observe(new double[] {1.7});
        assertThat(restored.probability(0)).isEqualTo(filter.probability(0));
    }

    @Test
    void refusesRowsThatAreNoProbabilities() {
        assertThatThrownBy(
                        () ->
                                new HiddenMarkovModel(
                                        new double[] {1},
                                        new double[][] {{0.9}},
                                        new Gaussian[] {new Gaussian(new double[] {0}, ONE)}))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("transitions from state 0")
                .hasMessageContaining("0.9");
        assertThatThrownBy(() -> new Gaussian(new double[] {0}, new double[][] {{0}}))
                .hasMessageContaining("positive definite");
    }

    /** Density at (1, 1) with correlation 1/2: exp(-(2 - 1) / (2 x 3/4)) / (2 pi sqrt(3/4)). */
    @Test
    void densityOfTwoDimensionsByHand() {
        Gaussian gaussian = new Gaussian(new double[] {0, 0}, new double[][] {{1, 0.5}, {0.5, 1}});
        double expected = -1 / 1.5 - Math.log(2 * Math.PI * Math.sqrt(0.75));

        assertThat(gaussian.logDensity(new double[] {1, 1})).isCloseTo(expected, within(1e-12));
        // The first coordinate alone is standard normal.
        assertThat(gaussian.logDensityOfPresent(new double[] {1, Double.NaN}))
                .isCloseTo(-0.5 - 0.5 * Math.log(2 * Math.PI), within(1e-12));
    }

    /** Of 20,000 points of two states the fit finds means, deviations and stays again. */
    @Test
    void findsTheModelThatMadeTheData() {
        List<double[][]> data = List.of(sample(10_000, 1), sample(10_000, 2));
        BaumWelch.Options options =
                new BaumWelch.Options(2, BaumWelch.Covariance.FULL, 2, 200, 1e-4, 1e-12, 5);
        BaumWelch.Fit fit = BaumWelch.fit(data, options);
        HiddenMarkovModel model = fit.model();
        int calm = model.emission(0).mean(1) < model.emission(1).mean(1) ? 0 : 1;

        assertThat(model.emission(calm).mean(0)).isCloseTo(0, within(0.05));
        assertThat(model.emission(1 - calm).mean(0)).isCloseTo(1, within(0.1));
        assertThat(model.emission(1 - calm).mean(1)).isCloseTo(2, within(0.1));
        assertThat(model.emission(1 - calm).covariance()[0][0]).isCloseTo(4, within(0.3));
        assertThat(model.transition(calm, calm)).isCloseTo(0.98, within(0.01));
        double sum = data.stream().mapToDouble(model::logLikelihood).sum();
        assertThat(fit.logLikelihood()).isCloseTo(sum, within(1e-6 * Math.abs(sum)));
        assertThat(BaumWelch.fit(data, options).logLikelihood()).isEqualTo(fit.logLikelihood());
    }

    /** Every round of expectation and maximisation raises the likelihood. */
    @Test
    void roundsNeverLowerTheLikelihood() {
        List<double[][]> data = List.<double[][]>of(sample(2_000, 3));
        double before = Double.NEGATIVE_INFINITY;
        for (BaumWelch.Covariance kind : BaumWelch.Covariance.values()) {
            for (int rounds = 1; rounds <= 8; rounds++) {
                BaumWelch.Fit fit =
                        BaumWelch.fit(data, new BaumWelch.Options(3, kind, 1, rounds, 0, 1e-12, 7));
                assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(before - 1e-6);
                before = fit.logLikelihood();
            }
            before = Double.NEGATIVE_INFINITY;
        }
    }

    @Test
    void sharedCovarianceIsTheSameInAllStates() {
        HiddenMarkovModel model =
                BaumWelch.fit(
                                List.<double[][]>of(sample(2_000, 3)),
                                new BaumWelch.Options(
                                        2, BaumWelch.Covariance.SHARED, 1, 20, 1e-3, 1e-12, 7))
                        .model();

        assertThat(model.emission(0).covariance()).isDeepEqualTo(model.emission(1).covariance());
    }

    /** Calm: mean (0, 0), deviation 1; wild: mean (1, 2), deviation 2; left with 2 %. */
    private static double[][] sample(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> points = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < length; i++) {
            state = random.nextDouble() < 0.02 ? 1 - state : state;
            double width = state == 0 ? 1 : 2;
            points.add(
                    new double[] {
                        state + width * gaussian(random), 2 * state + width * gaussian(random)
                    });
        }
        return points.toArray(double[][]::new);
    }

    private static double gaussian(SplittableRandom random) {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
