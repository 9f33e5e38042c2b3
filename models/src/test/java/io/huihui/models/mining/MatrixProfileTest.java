package io.huihui.models.mining;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MatrixProfileTest {

    private static final double EXACT = 1e-9;

    /** Up to three bands of diagonals, with gaps, jumps and stretches that do not move. */
    @Property(tries = 60)
    void isThatOfEveryPairComparedByItself(
            @ForAll("series") double[] series, @ForAll("lengths") int length) {
        double[] profile = MatrixProfile.of(new SeriesWindows(series, length));

        double[] expected = compared(series, length);
        assertThat(profile).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(profile[i]).as("window " + i).isCloseTo(expected[i], within(EXACT));
        }
    }

    @Property(tries = 60)
    void theHighestIsThatOfTheProfile(
            @ForAll("series") double[] series, @ForAll("lengths") int length) {
        SeriesWindows windows = new SeriesWindows(series, length);

        assertThat(MatrixProfile.highest(windows))
                .isCloseTo(Arrays.stream(MatrixProfile.of(windows)).max().orElse(0), within(EXACT));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(4, 5, 16, 60);
    }

    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.longs()
                .between(1, 1_000_000)
                .map(
                        seed -> {
                            double[] series =
                                    SeriesExamples.noise(seed, 3 + (int) (seed % 1_500), 0.5);
                            int at = (int) (seed % series.length);
                            if (seed % 3 == 0) {
                                series[at] = Double.NaN;
                            }
                            if (seed % 4 == 1) {
                                Arrays.fill(
                                        series, at, Math.min(series.length, at + 70), series[at]);
                            }
                            if (seed % 5 == 0) {
                                series[series.length / 2] += 100;
                            }
                            return series;
                        });
    }

    /** The definition: every pair of windows, each normalised by itself. */
    private static double[] compared(double[] series, int length) {
        int count = Math.max(0, series.length - length + 1);
        double[][] shapes = new double[count][];
        for (int i = 0; i < count; i++) {
            shapes[i] = normalised(Arrays.copyOfRange(series, i, i + length));
        }
        double[] best = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = i + length; j < count; j++) {
                double correlation = 0;
                for (int k = 0; k < length; k++) {
                    correlation += shapes[i][k] * shapes[j][k];
                }
                best[i] = Math.max(best[i], correlation);
                best[j] = Math.max(best[j], correlation);
            }
        }
        return best;
    }

    private static double[] normalised(double[] window) {
        double mean = Arrays.stream(window).average().orElseThrow();
        boolean still = Arrays.stream(window).allMatch(value -> value == window[0]);
        double norm = Math.sqrt(Arrays.stream(window).map(v -> (v - mean) * (v - mean)).sum());
        return Double.isNaN(mean) || still
                ? new double[window.length]
                : Arrays.stream(window).map(value -> (value - mean) / norm).toArray();
    }

    @Test
    void scaleAndLevelOfAWindowDoNotMatter() {
        double[] series = SeriesExamples.noise(3, 400, 0);
        for (int k = 0; k < 30; k++) {
            series[300 + k] = 50 + 7 * series[40 + k];
        }

        double[] profile = MatrixProfile.of(new SeriesWindows(series, 30));

        assertThat(profile[40]).isCloseTo(1, within(EXACT));
        assertThat(profile[300]).isCloseTo(1, within(EXACT));
    }

    @Test
    void whatDoesNotMoveOrIsMissingIsLikeNothing() {
        double[] still = new double[200];
        Arrays.fill(still, 0.1);
        double[] missing = new double[200];
        Arrays.fill(missing, Double.NaN);

        assertThat(MatrixProfile.highest(new SeriesWindows(still, 20))).isZero();
        assertThat(MatrixProfile.highest(new SeriesWindows(missing, 20))).isZero();
        assertThat(new SeriesWindows(missing, 20).haveShapes()).isFalse();
    }

    @Test
    void aSeriesWithoutTwoWindowsHasNoProfile() {
        assertThat(MatrixProfile.of(new SeriesWindows(new double[3], 4))).isEmpty();
        assertThat(MatrixProfile.of(new SeriesWindows(new double[] {1, 2, 4, 3}, 4)))
                .containsExactly(0);
        assertThatThrownBy(() -> new SeriesWindows(new double[9], 3))
                .hasMessage("need windows of at least 4 steps, was steps=3");
    }
}
