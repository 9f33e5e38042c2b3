package io.huihui.models.quant;

import io.huihui.models.quant.ImpliedVolatility.Status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChainAnalyticsTest {

    private static final double SPOT = SyntheticChain.SPOT;
    private static final long NOW = SyntheticChain.NOW;

    private final SyntheticChain market = SyntheticChain.skewed();
    private final ChainArrays chain = new ChainArrays();
    private final ChainAnalytics analytics =
            new ChainAnalytics(SyntheticChain.RATE, SyntheticChain.YIELD, DealerPrior.INDEX);

    @BeforeEach
    void aChainOfSixExpiries() {
        market.fill(chain, 25, 0.02, 1, 8, 31, 150, 600);
        analytics.analyse(chain, SPOT, NOW);
    }

    @Test
    void findsForwardAndDiscountFactorFromParity() {
        for (int e = 0; e < chain.expiryCount(); e++) {
            double years = chain.yearsToExpiry()[e];
            double forward = SPOT * Math.exp((SyntheticChain.RATE - SyntheticChain.YIELD) * years);
            assertThat(chain.forwards()[e]).isCloseTo(forward, within(1e-8));
            assertThat(chain.discountFactors()[e])
                    .isCloseTo(Math.exp(-SyntheticChain.RATE * years), within(1e-10));
        }
        assertThat(chain.forwardOutcome(3)).isEqualTo(ParityForward.Outcome.PARITY);
    }

    @Test
    void volatilitiesAndGreeksAreThoseOfTheScalarFormulas() {
        int compared = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            double price = chain.column(ChainColumn.BID)[i];
            if (chain.status(i) != Status.OK) {
                double years = market.years(chain, i);
                double vol = market.vol(chain.strikes()[i], years);
                assertThat(BlackScholes.vega(SPOT, chain.strikes()[i], years, 0, 0, vol))
                        .as("vega of a contract without volatility")
                        .isLessThan(1e-3);
                continue;
            }
            compared++;
            int e = chain.expiryNumbers()[i];
            double years = chain.yearsToExpiry()[e];
            double forward = chain.forwards()[e];
            double discount = chain.discountFactors()[e];
            double vol = chain.column(ChainColumn.IMPLIED_VOL)[i];
            boolean callIsOut = chain.strikes()[i] >= forward;
            if (chain.calls()[i] == callIsOut) {
                ImpliedVolatility scalar =
                        ImpliedVolatility.of(
                                price, forward, chain.strikes()[i], years, discount, callIsOut);
                assertThat(vol).isCloseTo(scalar.volAnnual(), within(1e-10));
            }
            double rate = -Math.log(discount) / years;
            double yield = rate - Math.log(forward / SPOT) / years;
            Greeks g =
                    BlackScholes.greeks(
                            SPOT, chain.strikes()[i], years, rate, yield, vol, chain.calls()[i]);
            double terms = g.vega() * vol / years / 365 + SPOT * 1e-4;
            same(ChainColumn.DELTA, i, g.delta(), 1e-5);
            same(ChainColumn.GAMMA, i, g.gamma(), 0);
            same(ChainColumn.VEGA, i, g.vega(), 0);
            same(ChainColumn.VANNA, i, g.vanna(), 0);
            same(ChainColumn.VOMMA, i, g.vomma(), 0);
            same(ChainColumn.THETA_PER_DAY, i, g.thetaPerDay(), terms * 1e-3);
            same(ChainColumn.CHARM_PER_DAY, i, g.charmPerDay(), g.gamma() / years * 1e-3 + 1e-7);
        }
        assertThat(compared).isGreaterThan(chain.contractCount() / 2);
        assertThat(analytics.contractsWithoutVolatility())
                .isEqualTo(chain.contractCount() - compared);
    }

    /** 1e-9 of the value; {@code floor} is the size of terms that may cancel in it. */
    private void same(ChainColumn column, int contract, double expected, double floor) {
        assertThat(chain.column(column)[contract])
                .as("%s of contract %d strike %s", column, contract, chain.strikes()[contract])
                .isCloseTo(expected, within(1e-9 * (Math.abs(expected) + floor) + 1e-100));
    }

    /**
     * The quote that spot comes from is a moment older or newer than the chain: over the few hours
     * that are left of a day this must not look like a carry.
     */
    @Test
    void spotOfAnotherMomentIsNoCarry() {
        chain.clear();
        market.fill(chain, 25, 0.25);
        double spot = SPOT * 1.0002;
        analytics.analyse(chain, spot, NOW);

        double years = chain.yearsToExpiry()[0];
        int compared = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            double strike = chain.strikes()[i];
            if (chain.status(i) == Status.OK && Math.abs(strike / SPOT - 1) < 0.02) {
                double vol = market.vol(strike, years);
                Greeks g =
                        BlackScholes.greeks(
                                SPOT,
                                strike,
                                years,
                                SyntheticChain.RATE,
                                SyntheticChain.YIELD,
                                vol,
                                chain.calls()[i]);
                compared++;
                assertThat(chain.column(ChainColumn.THETA_PER_DAY)[i])
                        .as("theta at %s", strike)
                        .isCloseTo(g.thetaPerDay(), within(0.01 * SPOT * vol / 365));
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(8);
    }

    @Test
    void exposuresAreTheDollarScalesOfTheDesk() {
        double prior = 0;
        double gamma = 0;
        double delta = 0;
        double vanna = 0;
        double charm = 0;
        double vega = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            if (chain.status(i) == Status.OK) {
                double held = chain.column(ChainColumn.INVENTORY)[i] * 100;
                double sign = chain.calls()[i] ? 1 : -1;
                double gammaDollars = chain.column(ChainColumn.GAMMA)[i] * 100 * SPOT * SPOT * 0.01;
                prior += sign * chain.column(ChainColumn.OPEN_INTEREST)[i] * gammaDollars;
                gamma += chain.column(ChainColumn.INVENTORY)[i] * gammaDollars;
                delta += held * chain.column(ChainColumn.DELTA)[i] * SPOT;
                vanna += held * chain.column(ChainColumn.VANNA)[i] * SPOT * 0.01;
                charm += held * chain.column(ChainColumn.CHARM_PER_DAY)[i] * SPOT;
                vega += held * chain.column(ChainColumn.VEGA)[i] * 0.01;
            }
        }
        for (ExposureTable table :
                new ExposureTable[] {analytics.byStrike(), analytics.byExpiry()}) {
            total(table, Exposure.GAMMA_PRIOR_PER_PERCENT, prior);
            total(table, Exposure.GAMMA_PER_PERCENT, gamma);
            total(table, Exposure.DELTA, delta);
            total(table, Exposure.VANNA_PER_POINT, vanna);
            total(table, Exposure.CHARM_PER_DAY, charm);
            total(table, Exposure.VEGA_PER_POINT, vega);
        }
    }

    private static void total(ExposureTable table, Exposure exposure, double expected) {
        assertThat(table.total(exposure))
                .as("%s", exposure)
                .isCloseTo(expected, within(1e-10 * Math.abs(expected) + 1e-3));
    }

    @Test
    void gammaProfileIsTheScalarRepricingAndFlipItsNearestZero() {
        GammaProfile profile = analytics.gammaProfile();
        double nearest = Double.NaN;
        for (int node = 0; node < GammaProfile.NODES; node++) {
            double at = SPOT * (0.94 + 0.12 * node / 60);
            assertThat(profile.spot(node)).isCloseTo(at, within(1e-9));
            double gamma = 0;
            double size = 0;
            for (int i = 0; i < chain.contractCount(); i++) {
                if (chain.status(i) == Status.OK) {
                    double term = repricedGamma(i, at);
                    gamma += term;
                    size += Math.abs(term);
                }
            }
            assertThat(profile.gammaPerPercent(node)).isCloseTo(gamma, within(1e-9 * size));
            if (node > 0) {
                double before = profile.gammaPerPercent(node - 1);
                double here = profile.gammaPerPercent(node);
                if (before < 0 != here < 0) {
                    double zero = profile.spot(node) - 0.002 * SPOT * here / (here - before);
                    nearest = Math.abs(zero - SPOT) >= Math.abs(nearest - SPOT) ? nearest : zero;
                }
            }
        }
        assertThat(nearest).isNotNaN();
        assertThat(profile.flip()).isCloseTo(nearest, within(1e-6));
    }

    private double repricedGamma(int i, double at) {
        int e = chain.expiryNumbers()[i];
        double years = chain.yearsToExpiry()[e];
        double rate = -Math.log(chain.discountFactors()[e]) / years;
        double yield = rate - Math.log(chain.forwards()[e] / SPOT) / years;
        double vol = chain.column(ChainColumn.IMPLIED_VOL)[i];
        double gamma = BlackScholes.gamma(at, chain.strikes()[i], years, rate, yield, vol);
        return chain.column(ChainColumn.INVENTORY)[i] * 100 * gamma * at * at * 0.01;
    }

    @Test
    void wallsAreTheGreatestGammaOfEachSign() {
        assertThat(analytics.callWall()).isEqualTo(3000);
        int row = 0;
        for (int r = 0; r < analytics.byStrike().rows(); r++) {
            double gamma = analytics.byStrike().net(Exposure.GAMMA_PER_PERCENT, r);
            row = gamma < analytics.byStrike().net(Exposure.GAMMA_PER_PERCENT, row) ? r : row;
        }
        assertThat(analytics.putWall()).isEqualTo(analytics.strikeOfRow(row));
    }

    @Test
    void turningEveryPositionTurnsEveryExposureAndLeavesTheFlip() {
        double flip = analytics.gammaProfile().flip();
        double vega = analytics.byStrike().total(Exposure.VEGA_PER_POINT);
        double wall = analytics.callWall();
        double[] inventory = chain.column(ChainColumn.INVENTORY);
        for (int i = 0; i < chain.contractCount(); i++) {
            inventory[i] = -inventory[i];
        }
        analytics.analyse(chain, SPOT, NOW);

        assertThat(analytics.gammaProfile().flip()).isCloseTo(flip, within(1e-9));
        assertThat(analytics.byStrike().total(Exposure.VEGA_PER_POINT)).isEqualTo(-vega);
        assertThat(analytics.putWall()).isEqualTo(wall);
    }

    @Test
    void theOrderOfContractsChangesNoVolatility() {
        ChainArrays shuffled = new ChainArrays();
        for (int e = 0; e < chain.expiryCount(); e++) {
            shuffled.addExpiry(chain.expiryTimesMillis()[e]);
        }
        for (int i = chain.contractCount() - 1; i >= 0; i--) {
            shuffled.addContract(
                    chain.expiryNumbers()[i], chain.strikes()[i], chain.calls()[i], 100);
        }
        market.requote(shuffled);
        new ChainAnalytics(SyntheticChain.RATE, SyntheticChain.YIELD, DealerPrior.INDEX)
                .analyse(shuffled, SPOT, NOW);

        int last = chain.contractCount() - 1;
        for (int i = 0; i <= last; i++) {
            assertThat(Double.valueOf(shuffled.column(ChainColumn.IMPLIED_VOL)[last - i]))
                    .isEqualTo(Double.valueOf(chain.column(ChainColumn.IMPLIED_VOL)[i]));
        }
    }

    @Test
    void aWarmAnalysisEqualsAFreshOneBitForBitAndAllocatesNothing() {
        double[] first = chain.column(ChainColumn.CHARM_PER_DAY).clone();
        for (int round = 0; round < 20; round++) {
            analytics.analyse(chain, SPOT * (1 + 0.001 * round), NOW + round);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        analytics.analyse(chain, SPOT, NOW);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(chain.column(ChainColumn.CHARM_PER_DAY)).containsExactly(first);
        assertThat(allocated).as("bytes for %d contracts", chain.contractCount()).isLessThan(2000);
    }

    @Test
    void missingQuotesTakeTheOtherSideOrSayThatThereIsNone() {
        int call = contract(3, 2500, true);
        int put = contract(3, 2500, false);
        double vol = chain.column(ChainColumn.IMPLIED_VOL)[put];
        chain.quote(put, Double.NaN, 5);
        analytics.analyse(chain, SPOT, NOW);

        assertThat(chain.status(put)).isEqualTo(Status.OK);
        assertThat(chain.column(ChainColumn.IMPLIED_VOL)[put]).isCloseTo(vol, within(1e-6));

        chain.quote(call, 0, 500);
        analytics.analyse(chain, SPOT, NOW);
        assertThat(chain.status(put)).isEqualTo(Status.INVALID);
        assertThat(chain.column(ChainColumn.GAMMA)[call]).isNaN();
        assertThat(analytics.byStrike().total(Exposure.GAMMA_PER_PERCENT)).isNotNaN();
    }

    @Test
    void impossibleQuotesSayWhy() {
        int put = contract(3, 2500, false);
        int call = contract(3, 2500, true);
        chain.quote(put, Double.NaN, Double.NaN);
        chain.quote(call, 300, 310);
        analytics.analyse(chain, SPOT, NOW);
        assertThat(chain.status(call)).isEqualTo(Status.BELOW_INTRINSIC);

        chain.quote(put, 2600, 2600);
        analytics.analyse(chain, SPOT, NOW);
        assertThat(chain.status(put)).isEqualTo(Status.ABOVE_BOUND);
    }

    @Test
    void expiredContractsHaveNoVolatility() {
        analytics.analyse(chain, SPOT, chain.expiryTimesMillis()[1]);

        int expired = contract(1, 2900, true);
        assertThat(chain.status(expired)).isEqualTo(Status.INVALID);
        assertThat(chain.forwardOutcome(1)).isEqualTo(ParityForward.Outcome.EXPIRED);
        assertThat(chain.status(contract(2, 2900, true))).isEqualTo(Status.OK);
    }

    @Test
    void unknownPositionsAddNothing() {
        for (int i = 0; i < chain.contractCount(); i++) {
            chain.position(i, Double.NaN, Double.NaN);
        }
        analytics.analyse(chain, SPOT, NOW);

        assertThat(analytics.byStrike().total(Exposure.GAMMA_PRIOR_PER_PERCENT)).isZero();
        assertThat(analytics.gammaProfile().flip()).isNaN();
        assertThat(analytics.callWall()).isNaN();
    }

    private int contract(int expiry, double strike, boolean call) {
        for (int i = 0; i < chain.contractCount(); i++) {
            if (chain.expiryNumbers()[i] == expiry
                    && chain.strikes()[i] == strike
                    && chain.calls()[i] == call) {
                return i;
            }
        }
        throw new IllegalStateException("no such contract");
    }
}
