package io.huihui.models.expert.regime;

import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.expert.RuleBasedExpertContractTest;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static io.huihui.models.feature.Feature.*;
import static org.assertj.core.api.Assertions.assertThat;

class RuleBasedRegimeExpertTest extends RuleBasedExpertContractTest<RuleBasedRegimeExpert> {

    @Override
    protected RuleBasedRegimeExpert fresh() {
        return new RuleBasedRegimeExpert();
    }

    @Test
    void volatilityAndTrendMakeTheCondition() {
        assertThat(condition(0.08, 0.0)).isEqualTo(MarketCondition.LOW_VOL_RANGING);
        assertThat(condition(0.08, 3.0)).isEqualTo(MarketCondition.LOW_VOL_TRENDING);
        assertThat(condition(0.20, 0.0)).isEqualTo(MarketCondition.MEDIUM_VOL_RANGING);
        assertThat(condition(0.20, -3.0)).isEqualTo(MarketCondition.MEDIUM_VOL_TRENDING);
        assertThat(condition(0.36, 0.0)).isEqualTo(MarketCondition.HIGH_VOL_RANGING);
        assertThat(condition(0.36, 3.0)).isEqualTo(MarketCondition.HIGH_VOL_TRENDING);
        assertThat(condition(0.90, 0.0)).isEqualTo(MarketCondition.STRESS);
        // On the very edge between two classes nothing is clear.
        assertThat(condition(0.25, 1.5)).isEqualTo(MarketCondition.UNCLEAR_OR_TRANSITIONING);
    }

    @Test
    void rankOfVolatilityCountsMoreThanItsLevelWhereItIsKnown() {
        assertThat(
                        state(
                                new RuleBasedRegimeExpert(),
                                0,
                                market(0.20, 0).set(IV_PERCENTILE_252D, 0.9)))
                .isEqualTo(MarketCondition.HIGH_VOL_RANGING);
        assertThat(
                        state(
                                new RuleBasedRegimeExpert(),
                                0,
                                market(0.60, 0).set(IV_PERCENTILE_252D, 0.1)))
                .isEqualTo(MarketCondition.LOW_VOL_RANGING);
        assertThat(
                        state(
                                new RuleBasedRegimeExpert(),
                                0,
                                market(0.20, 0).set(IV_PERCENTILE_252D, 1.0)))
                .isEqualTo(MarketCondition.STRESS);
    }

    @Test
    void expirationHoldsOnlyInTheLastTwoHours() {
        FeatureVector.Builder pinned = market(0.20, 0).set(PIN_PROBABILITY, 0.8);

        assertThat(state(new RuleBasedRegimeExpert(), 0, pinned.set(SESSION_ELAPSED, 0.5)))
                .isEqualTo(MarketCondition.MEDIUM_VOL_RANGING);
        assertThat(state(new RuleBasedRegimeExpert(), 0, pinned.set(SESSION_ELAPSED, 0.9)))
                .isEqualTo(MarketCondition.EXPIRATION);
    }

    @Test
    void conditionDoesNotFlickerButStressComesAtOnce() {
        RuleBasedRegimeExpert expert = new RuleBasedRegimeExpert();
        state(expert, 0, market(0.10, 0));

        // 60 s later volatility is clearly medium, but the dwell of 180 s is not over.
        assertThat(state(expert, 60, market(0.20, 0))).isEqualTo(MarketCondition.LOW_VOL_RANGING);
        assertThat(state(expert, 181, market(0.20, 0)))
                .isEqualTo(MarketCondition.UNCLEAR_OR_TRANSITIONING);
        state(expert, 182, market(0.20, 0));
        state(expert, 183, market(0.20, 0));
        assertThat(state(expert, 184, market(0.20, 0)))
                .isEqualTo(MarketCondition.MEDIUM_VOL_RANGING);
        assertThat(state(expert, 185, market(0.90, 0))).isEqualTo(MarketCondition.STRESS);
    }

    @Test
    void realizedVolatilityStandsInWhereNoOptionsAreFed() {
        FeatureVector quotesOnly =
                new FeatureVector.Builder().set(REALIZED_VOL_60M, 0.36).set(RETURN_60M, 0).build();

        ExpertOpinion opinion = fresh().observe(Snapshots.at(0, quotesOnly));

        assertThat(opinion.regime().state().condition())
                .isEqualTo(MarketCondition.HIGH_VOL_RANGING);
        assertThat(opinion.regime().volatilityLevel()).isNull();
        assertThat(opinion.volatility()).isEqualTo(VolatilityView.uniform());
    }

    @Test
    void severalEventRegimesAreActiveAtOnceAndExpire() {
        RuleBasedRegimeExpert expert = new RuleBasedRegimeExpert();
        FeatureVector surge = Snapshots.leaning(2.5).build();

        MarketState during = expert.observe(Snapshots.at(0, surge)).regime().state();
        FeatureVector calm = Snapshots.leaning(0).build();
        MarketState after = expert.observe(Snapshots.at(601, calm)).regime().state();

        assertThat(during.events())
                .extracting(EventRegime::name)
                .contains(
                        EventRegimeName.HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL,
                        EventRegimeName.STRONG_TRENDING_FLOW_BULL);
        assertThat(during.banner())
                .isEqualTo(EventRegimeName.HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL.name());
        assertThat(after.has(EventRegimeName.STRONG_TRENDING_FLOW_BULL)).isFalse();
    }

    private static MarketCondition condition(double volatility, double trend) {
        return state(new RuleBasedRegimeExpert(), 0, market(volatility, trend));
    }

    private static MarketCondition state(
            RuleBasedRegimeExpert expert, int second, FeatureVector.Builder features) {
        return expert.observe(Snapshots.at(second, features.build())).regime().state().condition();
    }

    /** Trend in standard deviations of an hour of 20 % volatility. */
    private static FeatureVector.Builder market(double impliedVol, double trend) {
        double hourSigma = 0.20 * Math.sqrt(60.0 / (252 * 390));
        return new FeatureVector.Builder()
                .set(ATM_IV_30D, impliedVol)
                .set(REALIZED_VOL_60M, 0.20)
                .set(RETURN_60M, trend * hourSigma)
                .set(SESSION_ELAPSED, 0.2);
    }
}
