package io.huihui.benchmarks.quant;

import io.huihui.benchmarks.MissingInputException;
import io.huihui.models.quant.ChainAnalytics;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.DealerPrior;
import io.huihui.models.quant.Exposure;
import io.huihui.models.quant.GammaProfile;
import io.huihui.models.quant.ImpliedVolatility.Status;
import io.huihui.models.quant.ParityForward;
import io.huihui.models.quant.SviFit;
import io.huihui.models.quant.VolatilitySurface;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A real chain: skipped where the recording is not on the machine. */
class SpxChainTest {

    /** The recording's mark for "no volatility". */
    private static final double NO_CBOE_VOL = 0.02;

    private static final double DAY = 1 / 365.0;

    private static SpxChain recorded;
    private static ChainArrays chain;
    private static ChainAnalytics analytics;

    @BeforeAll
    static void analyseOneSession() {
        try {
            recorded = SpxChain.read(ChainBench.SESSION);
        } catch (MissingInputException e) {
            Assumptions.abort(e.getMessage());
        }
        chain = recorded.chain();
        analytics =
                new ChainAnalytics(
                        ChainBench.ASSUMED_RATE, ChainBench.ASSUMED_YIELD, DealerPrior.INDEX);
        analytics.analyse(chain, recorded.spot(), recorded.eventTimeMillis());
    }

    @Test
    void ninetyFourPercentOfContractsHaveAVolatility() {
        assertThat(chain.contractCount()).isGreaterThan(13_000);
        assertThat(analytics.contractsWithoutVolatility())
                .isLessThan(chain.contractCount() * 6 / 100);
    }

    @Test
    void deltasAgreeWithTheExchange() {
        double[] apart = new double[chain.contractCount()];
        int count = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            double years = chain.yearsToExpiry()[chain.expiryNumbers()[i]];
            if (recorded.cboeVol()[i] > NO_CBOE_VOL
                    && chain.status(i) == Status.OK
                    && years > 5 * DAY) {
                double delta = chain.column(ChainColumn.DELTA)[i];
                apart[count++] = Math.abs(delta - recorded.cboeDelta()[i]);
            }
        }
        double[] sorted = Arrays.copyOf(apart, count);
        Arrays.sort(sorted);
        assertThat(count).isGreaterThan(10_000);
        assertThat(sorted[count / 2]).as("median difference").isLessThan(0.002);
        assertThat(sorted[count * 95 / 100]).as("95 % of differences").isLessThan(0.03);
    }

    @Test
    void forwardsComeFromParityAndGrowSmoothly() {
        int parity = 0;
        for (int e = 0; e < chain.expiryCount(); e++) {
            parity += chain.forwardOutcome(e) == ParityForward.Outcome.PARITY ? 1 : 0;
            double years = chain.yearsToExpiry()[e];
            assertThat(chain.forwards()[e])
                    .isCloseTo(
                            recorded.spot() * Math.exp(0.005 * years),
                            within(recorded.spot() * (0.001 + 0.01 * years)));
        }
        assertThat(parity).isGreaterThan(chain.expiryCount() * 3 / 4);
    }

    @Test
    void theGammaFlipLiesOnTheGridAndTheWallsAroundSpot() {
        assertThat(analytics.gammaProfile().flip())
                .isBetween(0.94 * recorded.spot(), 1.06 * recorded.spot());
        assertThat(analytics.callWall()).isGreaterThan(recorded.spot());
        assertThat(analytics.putWall()).isLessThan(recorded.spot());
    }

    @Test
    void agreesWithStrataContractByContract() {
        StrataChain strata = new StrataChain(true);
        strata.analyse(chain, recorded.spot());
        int compared = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            double gamma = strata.gamma[i];
            if (chain.status(i) == Status.OK && strata.vol[i] > 0 && gamma > 1e-12) {
                compared++;
                near(ChainColumn.IMPLIED_VOL, i, strata.vol[i], 1e-10);
                near(ChainColumn.DELTA, i, strata.delta[i], 1e-9);
                near(ChainColumn.GAMMA, i, gamma, 1e-8 * gamma);
                near(ChainColumn.VEGA, i, strata.vega[i], 1e-8 * strata.vega[i]);
                if (isCarry(i)) {
                    near(ChainColumn.THETA_PER_DAY, i, strata.theta[i], 1e-8);
                }
            }
        }
        assertThat(compared).isGreaterThan(9_000);
    }

    @Test
    void profileAndTotalsAgreeWithStrataWhereBothHaveAVolatility() {
        ChainArrays held = SpxChain.read(ChainBench.SESSION).chain();
        StrataChain strata = new StrataChain(true);
        analytics.analyse(held, recorded.spot(), recorded.eventTimeMillis());
        strata.analyse(held, recorded.spot());
        for (int i = 0; i < held.contractCount(); i++) {
            if (!(strata.vol[i] > 0) || held.status(i) != Status.OK) {
                held.position(i, 0, 0);
            }
        }
        analytics.analyse(held, recorded.spot(), recorded.eventTimeMillis());
        strata.analyse(held, recorded.spot());

        double gamma = analytics.byExpiry().total(Exposure.GAMMA_PER_PERCENT);
        assertThat(gamma).isCloseTo(strata.total[1], within(1e-8 * Math.abs(gamma)));
        assertThat(analytics.byStrike().total(Exposure.VEGA_PER_POINT))
                .isCloseTo(strata.total[5], within(1e-8 * Math.abs(strata.total[5])));
        for (int node = 0; node < GammaProfile.NODES; node++) {
            assertThat(analytics.gammaProfile().gammaPerPercent(node))
                    .isCloseTo(strata.profile[node], within(1e-7 * Math.abs(gamma)));
        }
        analytics.analyse(chain, recorded.spot(), recorded.eventTimeMillis());
    }

    @Test
    void theSurfaceHasNoCalendarArbitrageAndFitsWithinHalfAPoint() {
        VolatilitySurface surface = VolatilitySurface.of(chain);

        assertThat(surface.slices()).hasSizeGreaterThan(35);
        assertThat(surface.greatestCalendarFall()).isLessThan(1e-12);
        assertThat(surface.slices())
                .filteredOn(slice -> slice.outcome() == SviFit.Outcome.ARBITRAGE)
                .hasSizeLessThan(4);
        double[] misfits =
                surface.slices().stream()
                        .mapToDouble(VolatilitySurface.Slice::rootMeanSquareVol)
                        .sorted()
                        .toArray();
        assertThat(misfits[misfits.length / 2]).as("median misfit").isLessThan(0.005);
        assertThat(surface.atmVol(30 * DAY)).isBetween(0.09, 0.14);
        assertThat(surface.skew25(30 * DAY)).isBetween(0.02, 0.08);
        assertThat(surface.termSlope(7 * DAY, 30 * DAY)).isBetween(-0.5, 0.5);
    }

    /**
     * False where forward and spot are so far apart for the days left that it is no carry: there
     * theta is that of the assumed one, and Strata is given the other.
     */
    private static boolean isCarry(int contract) {
        int expiry = chain.expiryNumbers()[contract];
        double moved = Math.log(chain.forwards()[expiry] / recorded.spot());
        return Math.abs(moved / chain.yearsToExpiry()[expiry]) < 0.04;
    }

    private static void near(ChainColumn column, int contract, double expected, double within) {
        assertThat(chain.column(column)[contract])
                .as("%s of contract %d", column, contract)
                .isCloseTo(expected, within(within));
    }
}
