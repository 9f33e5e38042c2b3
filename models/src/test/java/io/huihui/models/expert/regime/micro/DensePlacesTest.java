package io.huihui.models.expert.regime.micro;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class DensePlacesTest {

    private static final double[] UNIT = {1, 1};
    private static final double SHARE = 0.9;

    @Test
    void findsThePlacesAndLeavesOutWhatLiesBetweenThem() {
        double[][] windows = stays(new double[][] {{0, 0}, {9, 0}, {0, 9}}, 300);
        // Far from all, and from each other.
        windows[7] = new double[] {40, 40};
        windows[8] = new double[] {-40, 40};

        List<double[][]> places = new DensePlaces(windows, UNIT).holding(SHARE);

        assertThat(places).hasSize(3);
        assertThat(places).isSortedAccordingTo((a, b) -> b.length - a.length);
        int inside = places.stream().mapToInt(place -> place.length).sum();
        assertThat(inside).isBetween(270, 298);
        for (double[][] place : places) {
            double right =
                    Arrays.stream(place).mapToDouble(window -> window[0]).max().orElseThrow();
            double left = Arrays.stream(place).mapToDouble(window -> window[0]).min().orElseThrow();
            assertThat(right - left).as("one place").isLessThan(8);
        }
    }

    @Test
    void findsNothingInTooFewWindowsOrWhereAllAreEqual() {
        double[][] equal = new double[50][];
        Arrays.setAll(equal, i -> new double[] {5, 0});

        assertThat(new DensePlaces(equal, UNIT).holding(SHARE)).isEmpty();
        assertThat(new DensePlaces(Arrays.copyOf(equal, 3), UNIT).holding(SHARE)).isEmpty();
        assertThat(new DensePlaces(new double[0][], UNIT).holding(SHARE)).isEmpty();
    }

    @Test
    void findsTheSameTwice() {
        double[][] windows = stays(new double[][] {{0, 0}, {9, 0}}, 2_000);

        List<double[][]> places = new DensePlaces(windows, UNIT).holding(SHARE);

        assertThat(places.toArray(double[][][]::new))
                .isDeepEqualTo(
                        new DensePlaces(windows, UNIT).holding(SHARE).toArray(double[][][]::new));
    }

    /**
     * However far places lie apart, the noise is that within them; what never varies has a floor.
     */
    @Test
    void noiseIsThatOfOnePlace() {
        double[][] windows = stays(new double[][] {{0, 3}, {50, 3}}, 1_000);
        Arrays.stream(windows).forEach(window -> window[1] = 3);

        double[] noise = DensePlaces.noise(windows);

        // The steps from one place to the other keep a floor under it, a tenth of their own size.
        assertThat(noise[0]).isBetween(0.9, 2.0);
        assertThat(noise[1]).isEqualTo(1e-3);
    }

    /** Stays of 50 windows around each centre in turn, with unit noise. */
    private static double[][] stays(double[][] centres, int count) {
        SplittableRandom random = new SplittableRandom(4);
        double[][] windows = new double[count][];
        for (int t = 0; t < count; t++) {
            double[] centre = centres[t / 50 % centres.length];
            windows[t] =
                    new double[] {
                        centre[0] + random.nextGaussian(), centre[1] + random.nextGaussian()
                    };
        }
        return windows;
    }
}
