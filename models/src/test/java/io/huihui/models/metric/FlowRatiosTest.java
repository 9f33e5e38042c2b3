package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static io.huihui.models.metric.HandTable.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FlowRatiosTest {

    private static final double EXACT = 1e-12;

    private static StrikeTable table() {
        StrikeTable table = HandTable.of(98, 100, 102);
        fill(table.thetaFlow, -10, -20, 40);
        fill(table.charmFlow, 30, 0, -120);
        fill(table.theta, -100, 200, -100);
        fill(table.volume, 10, 10, 10);
        return table;
    }

    /** The median theta flow is 20: 30 / (10 + 20) and 120 / (40 + 20). */
    @Test
    void charmFlowAgainstThetaFlow() {
        FlowRatios ratios = new FlowRatios(table());

        assertThat(ratios.charmToTheta[0]).isCloseTo(Math.log(2), within(EXACT));
        assertThat(ratios.charmToTheta[1]).isZero();
        assertThat(ratios.charmToTheta[2]).isCloseTo(Math.log(3), within(EXACT));
    }

    /** In medians, flow is .5, 1, 2 and what stands 1, 2, 1: 1 + .5 / 2, 1 + 1 / 3, 1 + 2 / 2. */
    @Test
    void thetaFlowAgainstWhatStands() {
        StrikeTable table = table();
        FlowRatios ratios = new FlowRatios(table);
        FeatureVector.Builder out = new FeatureVector.Builder();
        ratios.publish(out);

        assertThat(ratios.thetaIntensity[0]).isCloseTo(Math.log(1.25), within(EXACT));
        assertThat(ratios.thetaIntensity[1]).isCloseTo(Math.log(4 / 3.0), within(EXACT));
        assertThat(ratios.thetaIntensity[2]).isCloseTo(Math.log(2), within(EXACT));
        assertThat(out.build().get(Feature.THETA_FLOW_INTENSITY))
                .isCloseTo(Math.log(1 + 70 / 400.0), within(EXACT));
    }

    @Test
    void strikesWithLittleVolumeSayNothing() {
        StrikeTable table = table();
        table.volume[2] = 9;
        FlowRatios ratios = new FlowRatios(table);

        assertThat(ratios.charmToTheta[2]).isNaN();
        assertThat(ratios.thetaIntensity[2]).isNaN();
    }

    /** Of 101 strikes with ratios 1..101 the last is cut to the one before. */
    @Test
    void largestHundredthIsCut() {
        double[] strikes = new double[101];
        Arrays.setAll(strikes, k -> 50 + k);
        StrikeTable table = HandTable.of(strikes);
        for (int k = 0; k < 101; k++) {
            table.delta[k] = 1;
            table.deltaFlow[k] = k + 1;
        }
        FlowRatios ratios = new FlowRatios(table);

        assertThat(ratios.relative[98]).isCloseTo(Math.log(100) / 3, within(EXACT));
        assertThat(ratios.relative[100]).isEqualTo(ratios.relative[99]);
    }
}
