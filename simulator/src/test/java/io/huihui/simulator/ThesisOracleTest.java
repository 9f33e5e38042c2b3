package io.huihui.simulator;

import io.huihui.models.decision.Thesis;
import io.huihui.simulator.truth.ThesisTruth;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The oracle beats knowing nothing, and its probabilities are about right. */
class ThesisOracleTest {

    @Test
    void theOracleBeatsIgnoranceAtEveryHorizon() {
        double[] loss = new double[3];
        int[] count = new int[3];
        for (int seed = 30; seed < 34; seed++) {
            Paths paths =
                    new Paths(
                            Paths.pricesOnly(
                                    seed, 1, new Plants(0.5, true, false, 8, 2, 0, 0, 0, 0, 0)));
            for (ThesisTruth truth : paths.truth(ThesisTruth.class)) {
                int now = paths.second(truth.eventTimeMillis());
                int then = now + (int) (truth.horizon().millis() / 1_000);
                if (then < Clock.SECONDS_PER_SESSION) {
                    int horizon = truth.horizon().ordinal();
                    loss[horizon] -= Math.log(probabilityOfOutcome(truth, paths.ret(0, now, then)));
                    count[horizon]++;
                }
            }
        }

        for (int horizon = 0; horizon < 3; horizon++) {
            assertThat(loss[horizon] / count[horizon]).isLessThan(Math.log(3) - 0.02);
        }
    }

    private static double probabilityOfOutcome(ThesisTruth truth, double logReturn) {
        double band = Thesis.FLAT_BAND_SIGMAS * truth.sdLogReturn();
        if (Math.abs(logReturn) <= band) {
            return truth.flat();
        }
        return Math.max(1e-6, logReturn > 0 ? truth.up() : truth.down());
    }
}
