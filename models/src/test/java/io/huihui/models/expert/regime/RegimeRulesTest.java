package io.huihui.models.expert.regime;

import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static io.huihui.models.feature.Feature.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegimeRulesTest {

    private static final RegimeRules SHIPPED = RegimeRules.shipped();

    /**
     * A rule, features that fire it, and the one change of them after which it no longer does.
     *
     * @param before features of 15 minutes earlier, for rules about changes
     */
    record Fixture(
            EventRegimeName name,
            Session session,
            Bias trend,
            FeatureVector before,
            FeatureVector fires,
            FeatureVector doesNot) {}

    static Stream<Fixture> fixtures() {
        return Stream.of(
                new Fixture(
                        EventRegimeName.SPY_PRE_FOMC_VOL_COMPRESSION_WITH_DWFD_ACCUMULATION,
                        Session.MORNING,
                        Bias.NEUTRAL,
                        b().set(VRI_STATE, 0.5).build(),
                        eve(1).set(VRI_STATE, 0.3).build(),
                        eve(2).set(VRI_STATE, 0.3).build()),
                fixture(
                        EventRegimeName.HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL,
                        Session.MORNING,
                        b().set(VAPI_FA_5M, 2.1).set(TW_LAF_5M, 1.6).set(RETURN_60M, 0.001),
                        b().set(VAPI_FA_5M, 2.1).set(TW_LAF_5M, 1.4).set(RETURN_60M, 0.001)),
                fixture(
                        EventRegimeName.HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL,
                        Session.MORNING,
                        b().set(VAPI_FA_5M, -2.1).set(TW_LAF_5M, -1.6).set(RETURN_60M, -0.001),
                        b().set(VAPI_FA_5M, -2.1).set(TW_LAF_5M, -1.6).set(RETURN_60M, 0.001)),
                new Fixture(
                        EventRegimeName
                                .ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL,
                        Session.MORNING,
                        Bias.NEUTRAL,
                        b().set(A_MSPI, 1).build(),
                        b().set(A_MSPI, -0.5).set(A_SSI, 0.1).set(DWFD_5M, -2.5).build(),
                        b().set(A_MSPI, 0.5).set(A_SSI, 0.1).set(DWFD_5M, -2.5).build()),
                fixture(
                        EventRegimeName.EOD_HEDGING_PRESSURE_BUY,
                        Session.POWER_HOUR,
                        b().set(HP_EOD, 2e8),
                        b().set(HP_EOD, 1e7)),
                fixture(
                        EventRegimeName.EOD_HEDGING_PRESSURE_SELL,
                        Session.POWER_HOUR,
                        b().set(HP_EOD, -2e8),
                        b().set(HP_EOD, 2e8)),
                fixture(
                        EventRegimeName.SIDEWAYS_MARKET,
                        Session.LUNCH_LULL,
                        b().set(RETURN_60M, 0.0005).set(REALIZED_VOL_30M, 0.08),
                        b().set(RETURN_60M, 0.0005).set(REALIZED_VOL_30M, 0.20)),
                fixture(
                        EventRegimeName.HIGH_VOLATILITY,
                        Session.MORNING,
                        b().set(REALIZED_VOL_30M, 0.35),
                        b().set(REALIZED_VOL_30M, 0.25)),
                fixture(
                        EventRegimeName.FINAL_HOUR_PINNING_HIGH_VCI,
                        Session.EOD_AUCTION,
                        b().set(PIN_PROBABILITY, 0.6).set(GIB_INVENTORY, 1),
                        b().set(PIN_PROBABILITY, 0.6).set(GIB_INVENTORY, -1)),
                fixture(
                        EventRegimeName.STRONG_TRENDING_FLOW_BULL,
                        Session.MORNING,
                        trio(1.6),
                        trio(1.6).set(DWFD_30M, 1.4)),
                fixture(
                        EventRegimeName.STRONG_TRENDING_FLOW_BEAR,
                        Session.MORNING,
                        trio(-1.6),
                        trio(-1.6).set(TW_LAF_15M, 1.6)),
                fixture(
                        EventRegimeName.GAMMA_DOMINANT_CHOP,
                        Session.MORNING,
                        b().set(GIB_Z, 1.5),
                        b().set(GIB_Z, 0.5)),
                fixture(
                        EventRegimeName.DEEP_NEGATIVE_GIB_FRAGILE,
                        Session.MORNING,
                        b().set(GIB_INVENTORY, -1).set(GIB_Z, -2.5),
                        b().set(GIB_INVENTORY, 1).set(GIB_Z, -2.5)),
                fixture(
                        EventRegimeName.SKEW_SHIFT,
                        Session.MORNING,
                        b().set(SKEW_CHANGE_15M, -0.02),
                        b().set(SKEW_CHANGE_15M, -0.005)),
                fixture(
                        EventRegimeName.IV_RICH_PREMIUM_SELLING,
                        Session.MORNING,
                        b().set(IV_PERCENTILE_252D, 0.8).set(VARIANCE_RISK_PREMIUM, 0.02),
                        b().set(IV_PERCENTILE_252D, 0.8).set(VARIANCE_RISK_PREMIUM, 0.0)),
                fixture(
                        EventRegimeName.CHARM_CASCADE_RISK,
                        Session.AFTERNOON,
                        b().set(MINUTES_TO_CLOSE, 90).set(CHARM_PRESSURE, -2e8),
                        b().set(MINUTES_TO_CLOSE, 150).set(CHARM_PRESSURE, -2e8)),
                fixture(
                        EventRegimeName.NVP_STRONG_BUY_IMBALANCE_AT_KEY_STRIKE,
                        Session.MORNING,
                        b().set(NET_PREMIUM_AT_THE_MONEY, 6000),
                        b().set(NET_PREMIUM_AT_THE_MONEY, 4000)),
                fixture(
                        EventRegimeName.NVP_STRONG_SELL_IMBALANCE_AT_KEY_STRIKE,
                        Session.MORNING,
                        b().set(NET_PREMIUM_AT_THE_MONEY, -6000),
                        b().set(NET_PREMIUM_AT_THE_MONEY, 6000)),
                new Fixture(
                        EventRegimeName.DELTA_DOMINANT_TREND,
                        Session.MORNING,
                        Bias.BEARISH,
                        null,
                        b().set(DELTA_DOMINANCE, 0.5).build(),
                        b().set(DELTA_DOMINANCE, -0.5).build()),
                fixture(
                        EventRegimeName.FOMC_BLACKOUT,
                        Session.AFTERNOON,
                        b().set(MINUTES_TO_FOMC, -30),
                        b().set(MINUTES_TO_FOMC, -90)),
                fixture(
                        EventRegimeName.BUBBLE_WARNING,
                        Session.MORNING,
                        b().set(STRETCH_FROM_MEAN_20D, 3.2).set(RELATIVE_FLOW_DIVERGENCE, -1),
                        b().set(STRETCH_FROM_MEAN_20D, 3.2).set(RELATIVE_FLOW_DIVERGENCE, 1)),
                vanna(EventRegimeName.VANNA_CASCADE_BULL, 0.18, 0.22),
                vanna(EventRegimeName.VANNA_CASCADE_BEAR, 0.22, 0.18),
                expansion(EventRegimeName.VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH, Bias.BULLISH),
                expansion(EventRegimeName.VOL_EXPANSION_IMMINENT_VRI0DTE_BEARISH, Bias.BEARISH));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void firesAndDoesNotFire(Fixture fixture) {
        RegimeRule rule = SHIPPED.rule(fixture.name());

        assertThat(strength(rule, fixture, fixture.fires())).isBetween(0.0, 1.0);
        assertThat(strength(rule, fixture, fixture.doesNot()))
                .isEqualTo(RuleEvaluator.DOES_NOT_FIRE);
        assertThat(strength(rule, fixture, b().build()))
                .as("missing metrics never fire")
                .isEqualTo(RuleEvaluator.DOES_NOT_FIRE);
    }

    @Test
    void everyShippedRuleHasAFixture() {
        List<EventRegimeName> tested = new ArrayList<>(fixtures().map(Fixture::name).toList());
        tested.add(EventRegimeName.SPX_0DTE_FRIDAY_EOD_VANNA_CASCADE_POTENTIAL_BULLISH);

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        SHIPPED.rules().stream().map(RegimeRule::name).toList());
    }

    @Test
    void fridayVannaCascadeIsForSpxOnFridaysInTheLastHour() {
        assertThat(fridayCascade("SPX", DayOfWeek.FRIDAY, Session.POWER_HOUR)).isNotNegative();
        assertThat(fridayCascade("SPY", DayOfWeek.FRIDAY, Session.POWER_HOUR)).isNegative();
        assertThat(fridayCascade("SPX", DayOfWeek.MONDAY, Session.POWER_HOUR)).isNegative();
        assertThat(fridayCascade("SPX", DayOfWeek.FRIDAY, Session.MORNING)).isNegative();
    }

    private static double fridayCascade(String symbol, DayOfWeek weekday, Session session) {
        FeatureVector before = b().set(VANNA_DIRECTION_0DTE, 0).set(ATM_IV_1D, 0.2).build();
        FeatureVector now =
                b().set(VANNA_DIRECTION_0DTE, 1)
                        .set(ATM_IV_1D, 0.18)
                        .set(VANNA_CONCENTRATION_0DTE, 0.7)
                        .set(VANNA_VOMMA_RATIO_0DTE_Z, 2)
                        .build();
        MetricMemory memory = new MetricMemory(SHIPPED);
        memory.remember(Snapshots.at(0, before), session, 1);
        SnapshotId id = new SnapshotId(symbol, Snapshots.at(15 * 60, now).id().secondEndMillis());
        return new RuleEvaluator(memory)
                .strength(
                        SHIPPED.rule(
                                EventRegimeName
                                        .SPX_0DTE_FRIDAY_EOD_VANNA_CASCADE_POTENTIAL_BULLISH),
                        new Situation(
                                new FeatureSnapshot(id, 0, now), session, weekday, Bias.NEUTRAL));
    }

    @Test
    void unknownNamesAreRefusedAtLoadWithTheirLineAndColumn() {
        assertRefused("  NO_SUCH: {lasts: 1m, when: [MID gt 1]}", "a EventRegimeName", "line 3");
        assertSkewShiftRefused("SKEW gt 1", "a Feature, was `SKEW`", "line 6, column 9");
        assertSkewShiftRefused("MID above 1", "a Comparison", "line 6, column 9");
        assertSkewShiftRefused(
                "MID gt dynamic_threshold:huge else 1", "a ThresholdLevel", "line 6, column 9");
        assertSkewShiftRefused("SESSION eq TEATIME", "a Session", "line 6, column 9");
        assertSkewShiftRefused("MID gt dynamic_threshold:low", "else NUMBER", "line 6, column 9");
        assertSkewShiftRefused("MID gt", "LEFT operator RIGHT", "line 6, column 9");
        assertRefused("  SKEW_SHIFT: {lasts: 1m}", "at least one condition", "line 3, column 3");
    }

    @Test
    void whatIsNoRuleIsRefusedWithItsPlace() {
        assertRefused("  SKEW_SHIFT: soon", "was `soon` at line 3, column 15");
        assertRefused("  SKEW_SHIFT: {lasts: soon}", "a period", "line 3, column 23");
        assertRefused("  SKEW_SHIFT: {until: 1m}", "sustain, lasts or when", "line 3, column 16");
        assertRefused("  SKEW_SHIFT: {when: MID}", "a list of conditions", "line 3, column 22");
        assertRefused("  SKEW_SHIFT: [", "YAML", "line 3");
        assertRefused(
                "  SKEW_SHIFT: {lasts: 1m, when: [MID gt 1]}\n"
                        + "  SKEW_SHIFT: {lasts: 2m, when: [MID gt 2]}",
                "a second SKEW_SHIFT");
        assertRefused(
                "  SKEW_SHIFT: {lasts: 1m, when: [any_of: [any_of: [MID gt 1]]]}",
                "groups that are not nested");
        assertThatThrownBy(() -> RegimeRuleParser.parse("regimes: {}"))
                .hasMessageContaining("a `version`");
        assertThatThrownBy(() -> RegimeRuleParser.parse("")).hasMessageContaining("empty");
    }

    @Test
    void sustainedRuleBeginsOnlyWhenItHeldLongEnough() {
        RegimeRules rules =
                RegimeRuleParser.parse(
                        """
                        version: test/1
                        regimes:
                          HIGH_VOLATILITY:
                            sustain: 2s
                            lasts: 1s
                            when: [MID gt 1]
                        """);
        MetricMemory memory = new MetricMemory(rules);
        EventRegimeTracker tracker = new EventRegimeTracker(rules);
        RuleEvaluator evaluator = new RuleEvaluator(memory);
        FeatureVector high = b().set(MID, 2).build();
        FeatureVector low = b().set(MID, 0).build();

        assertThat(tracker.observe(situation(0, high), evaluator)).isEmpty();
        assertThat(tracker.observe(situation(1, low), evaluator)).isEmpty();
        assertThat(tracker.observe(situation(2, high), evaluator)).isEmpty();
        assertThat(tracker.observe(situation(3, high), evaluator)).isEmpty();
        List<EventRegime> active = tracker.observe(situation(4, high), evaluator);
        assertThat(active).hasSize(1);
        assertThat(active.get(0).onsetMillis())
                .isEqualTo(Snapshots.at(4, high).id().secondEndMillis());
        assertThat(tracker.observe(situation(5, low), evaluator)).isEmpty();
    }

    @Test
    void groupFiresWhenOneOfItHolds() {
        RegimeRules rules =
                RegimeRuleParser.parse(
                        """
                        version: test/1
                        regimes:
                          HIGH_VOLATILITY:
                            lasts: 1s
                            when:
                              - any_of:
                                  - MID gt 5
                                  - SYMBOL contains SP
                              - WEEKDAY neq FRIDAY
                        """);
        RuleEvaluator evaluator = new RuleEvaluator(new MetricMemory(rules));

        assertThat(evaluator.strength(rules.rules().get(0), situation(0, b().build())))
                .isEqualTo(1);
    }

    @Test
    void dynamicThresholdTakesOverOnceThereAreSamples() {
        RegimeRules rules =
                RegimeRuleParser.parse(
                        """
                        version: test/1
                        regimes:
                          HIGH_VOLATILITY:
                            lasts: 1s
                            when: [ "MID gt dynamic_threshold:strong else 7" ]
                        """);
        MetricMemory memory = new MetricMemory(rules);
        Condition.Compare compare = rules.rules().get(0).comparisons().get(0);

        assertThat(memory.bound(compare, Session.MORNING)).isEqualTo(7);
        for (int i = 1; i <= 1000; i++) {
            memory.remember(Snapshots.at(10 * i, b().set(MID, i).build()), Session.MORNING, 1);
        }

        assertThat(memory.bound(compare, Session.MORNING))
                .isCloseTo(900, org.assertj.core.data.Percentage.withPercentage(5));
        assertThat(memory.bound(compare, Session.AFTERNOON)).isEqualTo(7);
    }

    private static double strength(RegimeRule rule, Fixture fixture, FeatureVector features) {
        MetricMemory memory = new MetricMemory(SHIPPED);
        if (fixture.before() != null) {
            memory.remember(Snapshots.at(0, fixture.before()), fixture.session(), 1);
        }
        FeatureSnapshot now = Snapshots.at(15 * 60, features);
        return new RuleEvaluator(memory)
                .strength(
                        rule,
                        new Situation(now, fixture.session(), DayOfWeek.TUESDAY, fixture.trend()));
    }

    private static Situation situation(int second, FeatureVector features) {
        return new Situation(
                Snapshots.at(second, features), Session.MORNING, DayOfWeek.TUESDAY, Bias.NEUTRAL);
    }

    private static Fixture fixture(
            EventRegimeName name,
            Session session,
            FeatureVector.Builder fires,
            FeatureVector.Builder doesNot) {
        return new Fixture(name, session, Bias.NEUTRAL, null, fires.build(), doesNot.build());
    }

    /** Implied volatility was .20 fifteen minutes ago. */
    private static Fixture vanna(EventRegimeName name, double fires, double doesNot) {
        return new Fixture(
                name,
                Session.MORNING,
                Bias.NEUTRAL,
                b().set(ATM_IV_1D, 0.20).build(),
                b().set(VANNA_DIRECTION_0DTE, 2.5).set(ATM_IV_1D, fires).build(),
                b().set(VANNA_DIRECTION_0DTE, 2.5).set(ATM_IV_1D, doesNot).build());
    }

    private static Fixture expansion(EventRegimeName name, Bias trend) {
        return new Fixture(
                name,
                Session.MORNING,
                trend,
                null,
                b().set(VOL_EXPANSION_0DTE, 2.5).set(VEGA_FLOW_INDEX_0DTE, 0.5).build(),
                b().set(VOL_EXPANSION_0DTE, 1.5).set(VEGA_FLOW_INDEX_0DTE, 0.5).build());
    }

    private static FeatureVector.Builder eve(int sessions) {
        return b().set(SESSIONS_TO_FOMC, sessions)
                .set(VEGA_FLOW_INDEX_0DTE, -0.3)
                .set(DWFD_5M, 1.6);
    }

    private static FeatureVector.Builder trio(double z) {
        return b().set(VAPI_FA_15M, z)
                .set(DWFD_15M, z)
                .set(TW_LAF_15M, z)
                .set(VAPI_FA_30M, z)
                .set(DWFD_30M, z)
                .set(TW_LAF_30M, z);
    }

    private static FeatureVector.Builder b() {
        return new FeatureVector.Builder();
    }

    private static void assertSkewShiftRefused(String condition, String... parts) {
        assertRefused("  SKEW_SHIFT:\n    lasts: 1m\n    when:\n      - " + condition, parts);
    }

    private static void assertRefused(String rules, String... parts) {
        assertThatThrownBy(() -> RegimeRuleParser.parse("version: test/1\nregimes:\n" + rules))
                .hasMessageContainingAll(parts);
    }
}
