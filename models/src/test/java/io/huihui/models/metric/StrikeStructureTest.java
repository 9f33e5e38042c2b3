package io.huihui.models.metric;

import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.StrikeRow;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Metrics of strikes by hand, from tables whose columns are filled in here. */
class StrikeStructureTest {

    private static final double EXACT = 1e-9;
    private static final double SPOT = 100;
    private static final long EXPIRY = at("2024-07-10T16:00");

    /** Three hours of six and a half have gone; three and a half are left. */
    private static final Moment NOW = Moment.at(at("2024-06-10T12:30"));

    private static final double URGENCY = 0.5 + 0.5 * (3 / 6.5) * (3 / 6.5);
    private static final double DAYS_LEFT = 3.5 / 24;

    /** Width of the neighbourhood of spot: one day of this volatility is 2 %. */
    private static final double VOL = 0.02 * Math.sqrt(252);

    /** Strikes one and two widths from spot, and spot itself. */
    private static final double LOW = SPOT * Math.exp(-0.02);

    private static final double HIGH = SPOT * Math.exp(0.04);

    /** A score of one MAD. */
    private static final double UNIT = 1 / 1.4826;

    private static final double ONE_WIDTH = Math.exp(-0.5);
    private static final double TWO_WIDTHS = Math.exp(-2);

    private static StrikeTable table(double... strikes) {
        ChainBook book = new ChainBook();
        for (double strike : strikes) {
            book.onFlow(book.number(contract(EXPIRY, strike, OptionKind.CALL)), 0, 0, 0);
        }
        book.analyse(NOW, SPOT, false, MetricConfig.defaults());
        return new StrikeTable(book, SPOT, NOW);
    }

    private static void fill(double[] column, double... values) {
        System.arraycopy(values, 0, column, 0, values.length);
    }

    private static StrikeStructure structure(StrikeTable table) {
        return new StrikeStructure(table, SPOT, VOL, NOW, StructureMultipliers.none());
    }

    private static FeatureVector publish(StrikeTable table) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        structure(table).publish(out);
        return out.build();
    }

    private static StrikeRow row(StrikeTable table, int number) {
        return structure(table).rows(new double[table.rows()]).get(number);
    }

    /**
     * Dealers stand long 100 at the first strike and customers sell them 50 more: the gamma of 10
     * grows. At the second customers buy 50 and it shrinks. At the third dealers are short 100 and
     * customers buy 50, which adds to what stands.
     */
    @Test
    void adaptiveGammaGrowsWhereFlowAddsToStandingDelta() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.gammaWeighted, 10, 20, 30);
        fill(table.delta, 100, 100, -100);
        fill(table.deltaFlow, -50, 50, 50);
        double part = 0.35 * Math.tanh(0.5);

        assertThat(publish(table).get(Feature.A_DAG))
                .isCloseTo(10 * (1 + part) + 20 * (1 - part) + 30 * (1 + part), within(EXACT));
        assertThat(row(table, 0).adaptiveGamma()).isCloseTo(10 * (1 + part), within(EXACT));
        assertThat(row(table, 1).adaptiveGamma()).isCloseTo(20 * (1 - part), within(EXACT));
    }

    /** Parts that score +1, 0, -1 and -1, 0, +1 units of 1 / 1.4826, weights 0.35 and 0.25. */
    @Test
    void positionWeighsItsPartsAndAgreementComparesThem() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.gammaWeighted, 10, 0, -10);
        fill(table.vanna, -5, 0, 5);
        FeatureVector features = publish(table);
        double near = ONE_WIDTH + 1 + TWO_WIDTHS;

        assertThat(row(table, 0).structurePosition()).isCloseTo(0.10 * UNIT, within(EXACT));
        assertThat(row(table, 0).structureAgreement()).isCloseTo(0.10 / 0.60, within(EXACT));
        assertThat(features.get(Feature.A_MSPI))
                .isCloseTo(0.10 * UNIT * (ONE_WIDTH - TWO_WIDTHS), within(EXACT));
        assertThat(features.get(Feature.A_SAI))
                .isCloseTo(0.10 / 0.60 * (ONE_WIDTH - TWO_WIDTHS) / near, within(EXACT));
    }

    /** Gamma 2 over a MAD of 2, delta -4 over a MAD of 4, skew +10 %: SG = 1.03. */
    @Test
    void skewAndDeltaAdjustGamma() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.gamma, 2, 0, -2);
        fill(table.delta, -4, 4, 8);
        fill(table.skew, 0.1, 0, 0);
        fill(table.deltaFlow, -3, 0, 3);
        StrikeRow row = row(table, 0);

        assertThat(row.skewGammaMultiplicative())
                .isCloseTo(1.03 * (1 - 0.5 * Math.tanh(1)), within(EXACT));
        assertThat(row.skewGammaDirectional()).isCloseTo(1.03 - 0.6, within(EXACT));
        assertThat(row.skewGammaWeighted()).isCloseTo(0.6 * 1.03 + 0.4, within(EXACT));
        assertThat(row.skewGammaVolatilityFocused())
                .isCloseTo(1.03 * (1 + 0.7 * Math.tanh(1)), within(EXACT));
        // SGDHP: half of the largest delta stands here, and customers sell one unit.
        assertThat(row.gammaDeltaPressure())
                .isCloseTo(
                        2 * ONE_WIDTH * (1 + 4 / 8.0) * (1 + 0.5 * Math.tanh(UNIT)), within(EXACT));
    }

    /** Dealers' delta falls by 24 a day at the first strike: they buy 3.5 in the 3.5 hours left. */
    @Test
    void charmMakesDealersHedgeUntilTheClose() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.charm, -24, 0, 48);

        assertThat(publish(table).get(Feature.CHARM_PRESSURE)).isCloseTo(3.5 - 7, within(EXACT));
        assertThat(row(table, 0).charmPressure()).isCloseTo(3.5, within(EXACT));
        assertThat(row(table, 0).timeDecayPressure())
                .isCloseTo(UNIT * ONE_WIDTH * URGENCY, within(EXACT));
    }

    /** MAD of gamma is 10; short gamma does not pin; "no pin" scores 1. */
    @Test
    void pinIsLikeliestWhereDealersAreLongGammaNearSpot() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.gamma, 10, 20, -30);
        fill(table.gammaPin, 10, 20, -30);
        FeatureVector features = publish(table);
        double away = 0.02 / (VOL * Math.sqrt(DAYS_LEFT / 365));
        double low = Math.exp(-0.5 * away * away) * URGENCY;
        double middle = 2 * URGENCY;
        double all = Math.exp(low) + Math.exp(middle) + Math.exp(1);

        assertThat(features.get(Feature.PIN_STRIKE)).isEqualTo(SPOT);
        assertThat(features.get(Feature.PIN_PROBABILITY))
                .isCloseTo(Math.exp(middle) / all, within(EXACT));
        assertThat(row(table, 0).pinScore()).isCloseTo(low, within(EXACT));
        assertThat(row(table, 2).pinScore()).isZero();
    }

    @Test
    void withoutLongGammaNearExpiryThereIsNoPin() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.gamma, 10, 20, -30);

        assertThat(publish(table).quality(Feature.PIN_STRIKE)).isEqualTo(Quality.PARTIAL);
    }

    /** One contract of open interest on the first strike, three on the second. */
    @Test
    void relativeFlowComparesTheDayWithWhatStands() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.delta, 100, -50, 0);
        fill(table.deltaFlow, 50, -100, 0);
        fill(table.charm, 24, 0, 0);
        fill(table.charmFlow, -48, 0, 0);
        fill(table.openInterest, 1, 3, 0);
        double low = (Math.log(1.5) + Math.log(3)) / 3;
        double middle = Math.log(3) / 3;

        // Customers sold 50 of delta in all, so it is negative.
        assertThat(publish(table).get(Feature.RELATIVE_FLOW_INDEX))
                .isCloseTo(-(low + 3 * middle) / 4, within(EXACT));
    }

    @Test
    void vannaAtAStrikeGrowsWithItsFlow() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.vanna, 10, 0, -10);
        fill(table.vannaFlow, 2, 0, -2);

        assertThat(row(table, 0).volatilityRegime())
                .isCloseTo(10 * (1 + 0.35 * Math.tanh(UNIT)), within(EXACT));
    }

    /** Gamma weighs 2 and vanna 1 of 7.1. */
    @Test
    void greeksConcentrateByWeight() {
        StrikeTable table = table(LOW, SPOT, HIGH);
        fill(table.gamma, 2, 0, -2);
        fill(table.vanna, 5, 0, -5);

        assertThat(row(table, 0).greekConcentration()).isCloseTo(3 / 7.1 * UNIT, within(EXACT));
    }

    /** 1..5 with two neighbours swapped: 1 - 6 x 2 / 120 = 0.9; then turned round: cut at 0. */
    @Test
    void stabilityIsTheSmoothedRankCorrelation() {
        ProfileStability stability = new ProfileStability();
        double[] strikes = {1, 2, 3, 4, 5};
        long step = 300_000;
        stability.offer(Moment.at(NOW.endMillis()), strikes, new double[] {1, 2, 3, 4, 5});
        assertThat(stability.stability()).isNaN();

        stability.offer(Moment.at(NOW.endMillis() + step), strikes, new double[] {2, 1, 3, 4, 5});
        assertThat(stability.stability()).isCloseTo(0.9, within(EXACT));

        stability.offer(
                Moment.at(NOW.endMillis() + 2 * step), strikes, new double[] {5, 4, 3, 2, 1});
        assertThat(stability.stability()).isCloseTo(0.9 * Math.exp(-1 / 3.0), within(EXACT));
    }
}
