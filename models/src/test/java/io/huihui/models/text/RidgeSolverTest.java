package io.huihui.models.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RidgeSolverTest {

    @Test
    void solvesByHand() {
        float[][] gram = {{2, 1}, {1, 2}};

        // (K + I) a = (1, 0): a = (3, -1) / 8.
        double[][] solved = RidgeSolver.solve(gram, new int[] {0, 1}, 1, new double[][] {{1, 0}});

        assertThat(solved[0][0]).isCloseTo(3.0 / 8, within(1e-6));
        assertThat(solved[0][1]).isCloseTo(-1.0 / 8, within(1e-6));
    }

    @Test
    void rowsNotUsedAreNotLookedAt() {
        float[][] gram = {{2, 1, 9}, {1, 2, 9}, {9, 9, 100}};

        double[][] solved =
                RidgeSolver.solve(gram, new int[] {0, 1}, 1, new double[][] {{1, 0, 50}});

        assertThat(solved[0][0]).isCloseTo(3.0 / 8, within(1e-6));
        assertThat(solved[0][2]).isZero();
    }

    @Test
    void calibrationFindsTheShareOfEachLabel() {
        // Scores that say nothing: the best probabilities are the shares 1/2, 1/4, 1/4.
        double[][] scores = new double[3][8];

        SoftmaxCalibration fit = SoftmaxCalibration.fit(scores, new int[] {0, 0, 0, 0, 1, 1, 2, 2});

        double[] probabilities = fit.probabilities(new double[3]);
        assertThat(probabilities[0]).isCloseTo(0.5, within(1e-3));
        assertThat(probabilities[1]).isCloseTo(0.25, within(1e-3));
    }
}
