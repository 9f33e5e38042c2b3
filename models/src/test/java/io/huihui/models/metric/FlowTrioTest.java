package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.ChainColumn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static io.huihui.models.metric.SecondBySecond.optionTrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The headline flows by hand. One call is traded, 100 shares a contract; a steady start buys one
 * contract at 1.00 every ten seconds 25 times, so that the samples of a raw flow are 1..25 times
 * something: median 13, MAD 6, one robust sigma 1.4826 x 6 = 8.8956.
 */
class FlowTrioTest {

    private static final double EXACT = 1e-9;
    private static final double SIGMA = 8.8956;
    private static final long TEN = at("2024-06-10T10:00");
    private static final OptionContract CALL =
            contract(at("2024-07-10T16:00"), 100, OptionKind.CALL);
    private static final double VOL = 0.2;

    private final ChainBook chain = new ChainBook();
    private final OptionFlow flow = new OptionFlow();
    private final FlowTrio trio = new FlowTrio();
    private long time = TEN;

    /** Net contracts and net premium traded, by second after ten. */
    private final double[] contracts = new double[4000];

    private final double[] premium = new double[4000];

    FlowTrioTest() {
        int number = chain.number(CALL);
        chain.arrays().quote(number, 0.99, 1.01);
        chain.arrays().column(ChainColumn.DELTA)[number] = 0.5;
        flow.medianSpread(0.02);
    }

    /** Goes to a second after ten; the trade lies in that second. */
    private FeatureVector after(int seconds, double net, double price, double volRatio) {
        while (time < TEN + seconds * 1000L - 1000) {
            time += 1000;
            flow.close(Moment.at(time));
        }
        time += 1000;
        Moment now = Moment.at(time);
        if (net != 0) {
            Aggressor side = net > 0 ? Aggressor.BUY : Aggressor.SELL;
            double size = Math.abs(net);
            flow.onTrade(optionTrade(CALL, time - 500, 1, price, size, side), chain, 100, now);
            contracts[seconds] = net;
            premium[seconds] = net * price * 100;
        }
        flow.close(now);
        FeatureVector.Builder out = new FeatureVector.Builder();
        trio.publish(now, flow, VOL, volRatio, out);
        return out.build();
    }

    private void steadyStart() {
        for (int i = 1; i <= 25; i++) {
            after(10 * i, 1, 1, 1);
        }
    }

    private static Feature of(String metric, Window window) {
        return Feature.valueOf(metric + "_" + window.minutes() + "M");
    }

    /** Raw is (D + A) = 200 a contract; the 26th stands at 26 of 1..25. */
    @ParameterizedTest
    @EnumSource(Window.class)
    void steadyBuyingScoresAsItsPlaceAmongTheSamples(Window window) {
        steadyStart();
        FeatureVector features = after(260, 1, 1, 1);

        assertThat(features.get(of("VAPI_FA", window))).isCloseTo(13 / SIGMA, within(EXACT));
        assertThat(features.quality(of("VAPI_FA", window))).isEqualTo(Quality.PARTIAL);
        assertThat(features.get(of("TW_LAF", window))).isCloseTo(13 / SIGMA, within(EXACT));
    }

    /** 26 contracts with the volatility at 1.5 of its mean count as 39; beyond 2 it is cut. */
    @Test
    void volatilityAboveItsMeanStrengthensVapi() {
        steadyStart();

        assertThat(after(251, 1, 1, 1.5).get(Feature.VAPI_FA_5M))
                .isCloseTo((26 * 1.5 - 13) / SIGMA, within(EXACT));
        assertThat(after(252, 1, 1, 9).get(Feature.VAPI_FA_5M))
                .isCloseTo((27 * 2 - 13) / SIGMA, within(EXACT));
    }

    /**
     * The 26th contract costs 7.50: 3,250 for 26 contracts is 125 each, 1.25 times the mean of 100,
     * which itself moves by 25 / 23,400 seconds of a session.
     */
    @Test
    void dearerContractsStrengthenVapiByTheRoot() {
        steadyStart();
        double relative = 125 / (100 + 25 / 23_400.0);

        assertThat(after(251, 1, 7.5, 1).get(Feature.VAPI_FA_5M))
                .isCloseTo((32.5 * Math.sqrt(relative) - 13) / SIGMA, within(EXACT));
    }

    /**
     * The 25 contracts have left the window when four more are bought: D = 400, D of three windows
     * = 2,900, A = 400 - 2,500 / 2 = -850, raw = -450, that is -2.25 in units of 200.
     */
    @ParameterizedTest
    @CsvSource({"MINUTES_5,560", "MINUTES_15,1200", "MINUTES_30,2400"})
    void slowerBuyingScoresBelowTheMedian(Window window, int seconds) {
        steadyStart();
        FeatureVector features = after(seconds, 4, 1, 1);

        assertThat(features.get(of("VAPI_FA", window)))
                .isCloseTo((-2.25 - 13) / SIGMA, within(EXACT));
    }

    /** The longer windows hold all 29; 5 minutes say -1.714, the others +1.799. */
    @Test
    void horizonsThatDisagreeAreAConflict() {
        steadyStart();
        FeatureVector features = after(560, 4, 1, 1);

        assertThat(features.get(Feature.VAPI_FA_60M)).isCloseTo(16 / SIGMA, within(EXACT));
        assertThat(features.get(Feature.FLOW_CONFLICT)).isEqualTo(1.0);
        assertThat(features.get(Feature.FLOW_ALIGNMENT))
                .isCloseTo((-1 + 1 + 1 + 1) / 4.0 * 15.25 / SIGMA, within(EXACT));
    }

    /** After steady buying one larger purchase: every horizon agrees, and the weakest counts. */
    @Test
    void horizonsOfEveryFlowAreCompared() {
        for (int i = 1; i <= 60; i++) {
            after(10 * i, 1, 1, 1);
        }
        FeatureVector features = after(610, 4, 1, 1);
        for (String metric : List.of("DWFD", "TW_LAF")) {
            double signs = 0;
            double least = Double.POSITIVE_INFINITY;
            for (Window window : Window.values()) {
                double z = features.get(of(metric, window));
                signs += Math.signum(z) / Window.values().length;
                least = Math.min(least, Math.abs(z));
            }
            double five = features.get(of(metric, Window.MINUTES_5));
            double hour = features.get(of(metric, Window.MINUTES_60));
            boolean conflict = Math.abs(five) > 1 && Math.abs(hour) > 1 && five * hour < 0;

            assertThat(features.get(Feature.valueOf(metric + "_ALIGNMENT")))
                    .isCloseTo(signs * least, within(EXACT));
            assertThat(features.get(Feature.valueOf(metric + "_CONFLICT")))
                    .isEqualTo(conflict ? 1.0 : 0.0);
        }
    }

    @Test
    void alignmentIsMeanSignTimesLeastScore() {
        FeatureVector.Builder out = new FeatureVector.Builder();
        FlowTrio.publishAlignment(
                new double[] {1.5, 2, -1.2, 3}, Feature.FLOW_ALIGNMENT, Feature.FLOW_CONFLICT, out);

        assertThat(out.build().get(Feature.FLOW_ALIGNMENT)).isCloseTo(0.6, within(EXACT));
        assertThat(out.build().get(Feature.FLOW_CONFLICT)).isZero();
    }

    /**
     * A spread as wide as the median halves a contract. Four new ones in 5 minutes and 25 in the 10
     * before: (1 x 2 / 5 + 0.8 x 12.5 / 10) / 2.8 = 0.5, where a sample is k / 28: 14 of 1..25.
     */
    @Test
    void newestIncrementWeighsMost() {
        steadyStart();
        FeatureVector features = after(560, 4, 1, 1);

        assertThat(features.get(Feature.TW_LAF_5M)).isCloseTo((14 - 13) / SIGMA, within(EXACT));
        // One increment of 15 minutes, and one of 60, holds all 29.
        assertThat(features.get(Feature.TW_LAF_15M)).isCloseTo((29 - 13) / SIGMA, within(EXACT));
        assertThat(features.get(Feature.TW_LAF_60M)).isCloseTo((29 - 13) / SIGMA, within(EXACT));
    }

    /** Equal steps: (2 + 0.8 x 12.5) / step = 12 / step, where a sample is 0.5 k / step. */
    @ParameterizedTest
    @CsvSource({"MINUTES_15,1200", "MINUTES_30,2400"})
    void coarserStepsMergeTheShorterIncrements(Window window, int seconds) {
        steadyStart();
        FeatureVector features = after(seconds, 4, 1, 1);

        assertThat(features.get(of("TW_LAF", window))).isCloseTo((24 - 13) / SIGMA, within(EXACT));
    }

    /** Premium a contract 100, IV 0.2: 4 - 25 / 2 = -8.5 where a sample is k. */
    @Test
    void legacyFormulaAcceleratesContracts() {
        steadyStart();

        assertThat(after(560, 4, 1, 1).get(Feature.VAPI_FA_LEGACY_5M))
                .isCloseTo((-8.5 - 13) / SIGMA, within(EXACT));
    }

    /**
     * The window's net contracts go round 10, -10, 0, 20, -20 at 1.00: delta flow has median 0 and
     * MAD of 10 contracts, money and count have median and MAD of 10. So raw goes round 1, -1, 0,
     * 2, -2 in units of 1 / 1.4826, and its own sigma is 1. Then 20 contracts for 4,000 instead of
     * 2,000: z of delta 2 units, of money 3, of count 1.
     */
    @ParameterizedTest
    @EnumSource(Window.class)
    void moneyThatOutrunsTheCountStrengthensDivergence(Window window) {
        double[] round = {10, -10, 0, 20, -20};
        for (int i = 0; i < 50; i++) {
            reach(window, 10 * (i + 1), round[i % 5], 100 * round[i % 5]);
        }
        FeatureVector features = reach(window, 510, 20, 4_000);

        double unit = 1 / 1.4826;
        assertThat(features.get(of("DWFD", window)))
                .isCloseTo(2 * unit * (1 + 0.5 * Math.tanh(3 * unit - unit)), within(1e-6));
    }

    /** Trades what brings the window to a number of contracts and a premium. */
    private FeatureVector reach(Window window, int second, double net, double value) {
        double moreContracts = net;
        double morePremium = value;
        for (int i = Math.max(0, second - window.seconds() + 1); i < second; i++) {
            moreContracts -= contracts[i];
            morePremium -= premium[i];
        }
        double price = moreContracts == 0 ? 1 : morePremium / moreContracts / 100;
        return after(second, moreContracts, price, 1);
    }
}
