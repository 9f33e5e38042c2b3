package io.huihui.models.learner;

import io.huihui.models.expert.flow.FlowInput;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MirrorSoftmaxTest {

    private static final MirrorSoftmax MODEL =
            new MirrorSoftmax(
                    new FlowInput[] {FlowInput.RETURN_1M, FlowInput.DWFD_5M, FlowInput.ELAPSED},
                    new double[] {0.5, -0.2, 1.5},
                    -0.3);

    private static double[] inputs(double oneMinute, double dwfd, double elapsed) {
        double[] inputs = new double[FlowInput.values().length];
        inputs[FlowInput.RETURN_1M.ordinal()] = oneMinute;
        inputs[FlowInput.DWFD_5M.ordinal()] = dwfd;
        inputs[FlowInput.ELAPSED.ordinal()] = elapsed;
        return inputs;
    }

    /** Lean .5 x 2 = 1, level -.3 + 1.5 x .2 = 0: e, 1 / e and 1 over their sum. */
    @Test
    void probabilitiesByHand() {
        double[] chances = MODEL.probabilities(inputs(2, 0, 0.2));
        double sum = Math.E + 1 / Math.E + 1;

        assertThat(chances[MirrorSoftmax.UP]).isCloseTo(Math.E / sum, within(1e-12));
        assertThat(chances[MirrorSoftmax.DOWN]).isCloseTo(1 / Math.E / sum, within(1e-12));
        assertThat(chances[MirrorSoftmax.NEITHER]).isCloseTo(1 / sum, within(1e-12));
    }

    @Property
    void aMirroredMarketSwapsUpAndDown(
            @ForAll @DoubleRange(min = -3, max = 3) double oneMinute,
            @ForAll @DoubleRange(min = -3, max = 3) double dwfd,
            @ForAll @DoubleRange(min = 0, max = 1) double elapsed) {
        double[] one = MODEL.probabilities(inputs(oneMinute, dwfd, elapsed));
        double[] other = MODEL.probabilities(inputs(-oneMinute, -dwfd, elapsed));

        assertThat(one[MirrorSoftmax.UP]).isCloseTo(other[MirrorSoftmax.DOWN], within(1e-12));
        assertThat(one[0] + one[1] + one[2]).isCloseTo(1, within(1e-12));
        double parts =
                MODEL.part(0, inputs(oneMinute, dwfd, elapsed))
                        + MODEL.part(1, inputs(oneMinute, dwfd, elapsed));
        assertThat(Math.log(one[MirrorSoftmax.UP] / one[MirrorSoftmax.DOWN]))
                .isCloseTo(2 * parts, within(1e-9));
    }
}
