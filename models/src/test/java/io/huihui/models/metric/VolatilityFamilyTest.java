package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.ChainColumn;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static io.huihui.models.metric.SecondBySecond.optionTrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Scores of the volatility surface and of the contracts that expire today, by hand. */
class VolatilityFamilyTest {

    private static final double EXACT = 1e-9;
    private static final long TEN = at("2024-06-10T10:00");

    /** A score of one MAD. */
    private static final double UNIT = 1 / 1.4826;

    private static Moment minute(int minutes) {
        return Moment.at(TEN + minutes * 60_000L);
    }

    private static FeatureVector.Builder surface(double month, double skew) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        out.set(Feature.ATM_IV_30D, month);
        out.set(Feature.SKEW_25_DELTA, skew);
        return out;
    }

    /** 20 % implied, 15 % forecast: 0.04 - 0.0225; the skew went from 0.05 to 0.07. */
    @Test
    void riskPremiumAndChangeOfSkew() {
        VolatilityScores scores = new VolatilityScores();
        scores.observe(minute(0), 0.2, 0.05);
        scores.observe(minute(15), 0.2, 0.07);
        FeatureVector.Builder out = surface(0.2, 0.07);
        scores.publish(minute(15), 0.2, 0.15, out);

        assertThat(out.build().get(Feature.VARIANCE_RISK_PREMIUM)).isCloseTo(0.0175, within(EXACT));
        assertThat(out.build().get(Feature.SKEW_CHANGE_15M)).isCloseTo(0.02, within(EXACT));
        assertThat(out.build().quality(Feature.VOL_OF_VOL_60M)).isEqualTo(Quality.WARMUP);
    }

    /** 26 changes of +0.02 and -0.02: mean 0, variance 26 x 0.0004 / 25. */
    @Test
    void volatilityOfVolatility() {
        VolatilityScores scores = new VolatilityScores();
        for (int i = 0; i <= 26; i++) {
            scores.observe(minute(i), i % 2 == 0 ? 0.20 : 0.22, 0.05);
        }
        FeatureVector.Builder out = surface(0.2, 0.05);
        scores.publish(minute(26), 0.2, 0.15, out);

        assertThat(out.build().get(Feature.VOL_OF_VOL_60M))
                .isCloseTo(Math.sqrt(26 * 0.0004 / 25), within(EXACT));
    }

    /** 0.25 x 1 + 0.25 x 2 + 0.20 x 3 + 0.15 x 4 + 0.15 x -2 = 1.65. */
    @Test
    void regimeWeighsItsFiveScores() {
        FeatureVector.Builder out = new FeatureVector.Builder();
        VolatilityScores.publishState(1, 2, 3, 4, -2, out);
        assertThat(out.build().get(Feature.VRI_STATE)).isCloseTo(1.65, within(EXACT));

        VolatilityScores.publishState(-6, -6, -6, -6, -6, out);
        assertThat(out.build().get(Feature.VRI_STATE)).isEqualTo(-3.0);
        assertThat(out.build().quality(Feature.VRI_STATE)).isEqualTo(Quality.CLIPPED);
    }

    /** Vanna today 1..25: median 13, MAD 6. */
    @Test
    void directionOfVannaToday() {
        ZeroDte zeroDte = new ZeroDte();
        OptionFlow flow = new OptionFlow();
        for (int i = 1; i <= 25; i++) {
            FeatureVector.Builder out = new FeatureVector.Builder();
            zeroDte.publish(Moment.at(TEN + i * 10_000L), i, Double.NaN, Double.NaN, flow, out);
        }
        FeatureVector.Builder out = new FeatureVector.Builder();
        zeroDte.publish(Moment.at(TEN + 260_000), 19, Double.NaN, Double.NaN, flow, out);

        assertThat(out.build().get(Feature.VANNA_DIRECTION_0DTE))
                .isCloseTo(6 / 8.8956, within(EXACT));
        assertThat(out.build().quality(Feature.VOL_EXPANSION_0DTE)).isEqualTo(Quality.ABSENT);
    }

    /**
     * Implied volatility goes round 0.20, 0.21, 0.19 and is 0.20 at whole minutes: its change has
     * median 0 and MAD 0.01. Realised over implied goes round 1, 1.5, 0.5. Then implied rises by 3
     * MAD, and realised over implied is 2, which is 2 MAD above.
     */
    @Test
    void expansionTodayIsTheMeanOfTwoScores() {
        ZeroDte zeroDte = new ZeroDte();
        OptionFlow flow = new OptionFlow();
        int[] round = {0, 1, -1};
        for (int i = 0; i < 90; i++) {
            double vol = 0.20 + 0.01 * round[i % 3];
            double realized = vol * (1 + 0.5 * round[i % 3]);
            FeatureVector.Builder out = new FeatureVector.Builder();
            zeroDte.publish(Moment.at(TEN + i * 10_000L), Double.NaN, vol, realized, flow, out);
        }
        FeatureVector.Builder out = new FeatureVector.Builder();
        zeroDte.publish(Moment.at(TEN + 900_000), Double.NaN, 0.23, 0.46, flow, out);

        assertThat(out.build().get(Feature.VOL_EXPANSION_0DTE))
                .isCloseTo(0.5 * (2 + 3) * UNIT, within(EXACT));
    }

    /**
     * Five sessions sell one contract of vega 10: 10 x 100 shares x 0.01 = 10 a point in size. On
     * the sixth three are bought: ln((30 + 10) / 20).
     */
    @Test
    void vegaFlowAgainstTheSameTimeOfEarlierSessions() {
        ZeroDte zeroDte = new ZeroDte();
        OptionFlow flow = new OptionFlow();
        for (int day = 10; day <= 14; day++) {
            assertThat(session(zeroDte, flow, day, Aggressor.SELL, 1, 5))
                    .satisfies(
                            early ->
                                    assertThat(early.quality(Feature.VEGA_FLOW_INDEX))
                                            .isEqualTo(Quality.WARMUP));
        }
        FeatureVector features = session(zeroDte, flow, 17, Aggressor.BUY, 3, 1);

        assertThat(features.get(Feature.VEGA_FLOW_INDEX_0DTE))
                .isCloseTo(Math.log(2), within(EXACT));
        assertThat(features.get(Feature.VEGA_FLOW_INDEX)).isCloseTo(Math.log(2), within(EXACT));
    }

    /** Trades once at 10:03 and publishes every three minutes. */
    private static FeatureVector session(
            ZeroDte zeroDte, OptionFlow flow, int day, Aggressor side, double size, int samples) {
        ChainBook chain = new ChainBook();
        OptionContract call = contract(at("2024-06-" + day + "T16:00"), 100, OptionKind.CALL);
        chain.arrays().column(ChainColumn.DELTA)[chain.number(call)] = 0.5;
        chain.arrays().column(ChainColumn.VEGA)[0] = 10;
        long ten = at("2024-06-" + day + "T10:00");
        FeatureVector last = null;
        for (int i = 1; i <= samples; i++) {
            Moment now = Moment.at(ten + i * 180_000L);
            if (i == 1) {
                long time = now.endMillis() - 500;
                flow.close(Moment.at(now.endMillis() - 1000));
                flow.onTrade(optionTrade(call, time, 1, 1, size, side), chain, 100, now);
            }
            flow.close(now);
            FeatureVector.Builder out = new FeatureVector.Builder();
            zeroDte.publish(now, Double.NaN, Double.NaN, Double.NaN, flow, out);
            last = out.build();
        }
        return last;
    }

    /** Ln(200 / 50), ln(10 / 20), 1/16 + 9/16, ln(1 + 30 / 10). */
    @Test
    void activityRatiosAndConcentrationOfVanna() {
        ChainBook book = new ChainBook();
        for (double strike : new double[] {95, 100}) {
            OptionContract call = contract(at("2024-06-10T16:00"), strike, OptionKind.CALL);
            book.onFlow(book.number(call), 0, 0, 0);
        }
        book.analyse(minute(0), 100, false, MetricConfig.defaults());
        StrikeTable table = new StrikeTable(book, 100, minute(0));
        table.vannaVolume = 200;
        table.vommaVolume = 50;
        table.vannaVolumeToday = 10;
        table.vommaVolumeToday = 20;
        table.charmVolume = 30;
        table.thetaVolume = 10;
        table.vannaOpenToday[0] = 1;
        table.vannaOpenToday[1] = 3;
        table.vannaToday[0] = 2;
        table.vannaToday[1] = -7;
        FeatureVector.Builder out = new FeatureVector.Builder();
        ZeroDte.publishChain(table, out);
        FeatureVector features = out.build();

        assertThat(features.get(Feature.VANNA_VOMMA_RATIO)).isCloseTo(Math.log(4), within(EXACT));
        assertThat(features.get(Feature.VANNA_VOMMA_RATIO_0DTE))
                .isCloseTo(-Math.log(2), within(EXACT));
        assertThat(features.get(Feature.VANNA_CONCENTRATION_0DTE)).isCloseTo(0.625, within(EXACT));
        // One strike on either side of 0 holds all of its side.
        assertThat(features.get(Feature.VANNA_CONCENTRATION_0DTE_LONG)).isEqualTo(1.0);
        assertThat(features.get(Feature.VANNA_CONCENTRATION_0DTE_SHORT)).isEqualTo(1.0);
        assertThat(features.get(Feature.CHARM_THETA_RATIO)).isCloseTo(Math.log(4), within(EXACT));
    }
}
