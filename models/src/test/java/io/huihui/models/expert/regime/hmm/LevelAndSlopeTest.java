package io.huihui.models.expert.regime.hmm;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LevelAndSlopeTest {

    @Test
    void followsALine() {
        LevelAndSlope filter = new LevelAndSlope(0.01, 0.01, 1);
        for (int t = 0; t < 500; t++) {
            filter.observe(3 + 0.5 * t);
        }

        assertThat(filter.slope()).isCloseTo(0.5, within(1e-6));
        assertThat(filter.level()).isCloseTo(3 + 0.5 * 499, within(1e-5));
        assertThat(filter.slopeScore()).isGreaterThan(2);
    }

    /**
     * Second value 1 after 0 with level noise 0, slope noise 1, observation noise 1: predicted
     * variances are slope 1e4 + 1 and level 1 + 1e4, covariance 1e4; so the gains are 10001 / 10002
     * and 10000 / 10002.
     */
    @Test
    void secondStepByHand() {
        LevelAndSlope filter = new LevelAndSlope(0, 1, 1);
        filter.observe(0);
        filter.observe(1);

        assertThat(filter.level()).isCloseTo(10_001.0 / 10_002, within(1e-12));
        assertThat(filter.slope()).isCloseTo(10_000.0 / 10_002, within(1e-12));
    }

    @Test
    void aMissingValueLetsTheLevelRunOn() {
        LevelAndSlope filter = new LevelAndSlope(0.01, 0.01, 1);
        assertThat(filter.level()).isNaN();
        for (int t = 0; t < 200; t++) {
            filter.observe(t);
        }
        double before = filter.level();
        filter.observe(Double.NaN);

        assertThat(filter.level()).isCloseTo(before + filter.slope(), within(1e-12));
    }
}
