package io.huihui.models.expert.regime.micro;

import io.huihui.models.expert.regime.hmm.Gaussian;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MicroStartsTest {

    /** Clusters at 0, 9 and .5 with unit variance: the first and the last become one at .25. */
    @Test
    void theNearestTwoAreMadeOne() {
        HiddenMarkovModel merged = MicroStarts.merged(model(0, 9, 0.5));

        assertThat(merged.states()).isEqualTo(2);
        assertThat(merged.emission(0).mean(0)).isCloseTo(0.25, within(1e-12));
        assertThat(merged.emission(0).covariance()[0][0]).isCloseTo(1.0625, within(1e-12));
        assertThat(merged.emission(1).mean(0)).isEqualTo(9);
    }

    /**
     * Two known clusters and a third place: one start each, and one that grows by the new place.
     */
    @Test
    void beginsWithOneClusterWithTheKnownOnesAndWithWhatIsNew() {
        SplittableRandom random = new SplittableRandom(2);
        double[] places = {0, 20, 60};
        double[][] windows = new double[300][];
        for (int t = 0; t < windows.length; t++) {
            windows[t] = new double[] {places[t / 50 % 3] + random.nextGaussian()};
        }

        List<HiddenMarkovModel> starts = MicroStarts.of(windows, model(0, 20));

        assertThat(starts.get(0).states()).isEqualTo(1);
        assertThat(starts.get(1).states()).isEqualTo(2);
        HiddenMarkovModel grown = starts.get(starts.size() - 1);
        assertThat(grown.emission(0).mean(0)).isZero();
        assertThat(grown.emission(1).mean(0)).isEqualTo(20);
        assertThat(grown.emission(2).mean(0)).isCloseTo(60, within(1.0));
    }

    private static HiddenMarkovModel model(double... means) {
        Gaussian[] emissions = new Gaussian[means.length];
        double[] start = new double[means.length];
        double[][] transition = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) {
            emissions[i] = new Gaussian(new double[] {means[i]}, new double[][] {{1}});
            start[i] = 1.0 / means.length;
            Arrays.fill(transition[i], 1.0 / means.length);
        }
        return new HiddenMarkovModel(start, transition, emissions);
    }
}
