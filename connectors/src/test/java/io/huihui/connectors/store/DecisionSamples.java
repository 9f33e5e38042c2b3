package io.huihui.connectors.store;

import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.DayRange;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.DirectiveAction;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.KeyLevel;
import io.huihui.models.decision.KeyLevelType;
import io.huihui.models.decision.KeyLevels;
import io.huihui.models.decision.Leg;
import io.huihui.models.decision.LegSide;
import io.huihui.models.decision.LegTerms;
import io.huihui.models.decision.LevelOutcome;
import io.huihui.models.decision.ManagementAction;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.OptionTrack;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.TrackedLevel;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.ThresholdLevels;
import io.huihui.models.feature.Thresholds;

import java.util.ArrayList;
import java.util.List;

/** One record of each kind, at a named second. */
public final class DecisionSamples {

    /** 2023-11-14T22:13:20Z. */
    public static final long SECOND = 1_700_000_000_000L;

    public static final SnapshotId SNAPSHOT = new SnapshotId("SPY", SECOND);

    private static final List<Thesis> THESES =
            List.of(
                    new Thesis(Horizon.MINUTES_5, 0.5, 0.25, 0.25),
                    new Thesis(Horizon.MINUTES_15, 0.25, 0.5, 0.25),
                    new Thesis(Horizon.MINUTES_60, 0.25, 0.25, 0.5));

    private DecisionSamples() {}

    public static FeatureSnapshot features(int revision) {
        FeatureVector vector =
                new FeatureVector.Builder()
                        .set(Feature.MID, 450.25)
                        .set(Feature.VPIN, 0.4, Quality.STALE)
                        .missing(Feature.GAMMA_FLIP, Quality.WARMUP)
                        .build();
        return new FeatureSnapshot(SNAPSHOT, revision, vector);
    }

    public static ExpertOpinion opinion() {
        return new ExpertOpinion(
                SNAPSHOT,
                Expert.FLOW,
                THESES,
                new VolatilityView(0.5, 0.25, 0.25),
                0.5,
                List.of(new Contribution("VAPI_FA_5M", 0.7), new Contribution("DWFD_5M", -0.2)),
                List.of(new InputQuality("option trades", Quality.OK)),
                "baseline-flow/1",
                false,
                null,
                null,
                null,
                null);
    }

    public static ExpertOpinion abstention() {
        return ExpertOpinion.abstain(
                SNAPSHOT, Expert.SENTIMENT, "baseline-sentiment/1", List.of(), "no news is fed");
    }

    public static MarketState marketState(long secondMillis, long ageMillis) {
        List<ConditionProbability> posterior = new ArrayList<>();
        for (MarketCondition condition : MarketCondition.values()) {
            posterior.add(
                    new ConditionProbability(
                            condition, condition == MarketCondition.STRESS ? 1 : 0));
        }
        return new MarketState(
                new SnapshotId("SPY", secondMillis),
                MarketCondition.STRESS,
                posterior,
                Bias.BEARISH,
                ageMillis,
                List.of(),
                List.of(new EventRegime(EventRegimeName.SKEW_SHIFT, SECOND, 1, SECOND + 900_000)),
                "regime-rules/1");
    }

    public static Verdict verdict() {
        return new Verdict(
                SNAPSHOT,
                THESES,
                VolatilityView.uniform(),
                0.5,
                0.75,
                List.of(
                        new GateWeight(Expert.REGIME, 0.5),
                        new GateWeight(Expert.FLOW, 0.5),
                        new GateWeight(Expert.SENTIMENT, 0)),
                List.of(Expert.REGIME, Expert.FLOW),
                List.of(Expert.SENTIMENT),
                List.of(),
                "STRESS",
                List.of(),
                true,
                null,
                null,
                null,
                "equal-weight/1");
    }

    public static Signal signal() {
        return new Signal(
                Signal.idOf(SNAPSHOT, SignalName.VAPI_SURGE),
                SignalName.VAPI_SURGE,
                SNAPSHOT,
                Bias.BULLISH,
                3.5,
                null,
                false,
                "STRESS",
                List.of(new Evidence("VAPI_FA_5M", 2.8, 2.0)));
    }

    public static Directive trade() {
        return tradeAt(SNAPSHOT);
    }

    public static Directive tradeAt(SnapshotId at) {
        TradePlan plan =
                new TradePlan(
                        Structure.LONG_CALL,
                        new DayRange(1, 7),
                        new DeltaRange(0.4, 0.7),
                        null,
                        Horizon.MINUTES_60,
                        PriceLevel.underlying(448),
                        List.of(PriceLevel.underlying(452), PriceLevel.underlying(454)),
                        SECOND + Horizon.MINUTES_60.millis(),
                        500,
                        null);
        return new Directive(
                at.text() + "/directive/rules/1",
                at,
                DirectiveAction.TRADE,
                null,
                "conviction 3.5 is above 3.0",
                TradeThesis.BULLISH,
                plan,
                450.25,
                3.5,
                0.7,
                List.of(new Contribution("all", Math.log(0.7 / (1 - 0.7)))),
                Assessment.none(),
                "STRESS",
                List.of(EventRegimeName.SKEW_SHIFT),
                List.of(signal().id()),
                "equal-weight/1",
                "rules/1",
                at.text(),
                null);
    }

    public static Directive noTrade() {
        return new Directive(
                SNAPSHOT.text() + "/directive/rules/2",
                SNAPSHOT,
                DirectiveAction.NO_TRADE,
                NoTradeReason.NO_OPINION,
                "no expert answered",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Assessment.none(),
                "UNKNOWN",
                List.of(),
                List.of(),
                "equal-weight/1",
                "rules/2",
                SNAPSHOT.text(),
                null);
    }

    public static Outcome outcome() {
        return new Outcome(
                SNAPSHOT,
                "GATE",
                "equal-weight/1",
                THESES.get(0),
                Direction.UP,
                0.002,
                0.001,
                "STRESS",
                0.375,
                0.6931,
                true,
                false);
    }

    /** Returns the trade of {@link #trade()} as it stands some seconds later. */
    public static Recommendation recommendation(int secondsLater, RecommendationStatus status) {
        return recommendation(
                secondsLater, status, Structure.LONG_CALL, List.of(leg(LegSide.LONG, 0.4)), null);
    }

    private static final LegTerms TERMS =
            new LegTerms(
                    3.2,
                    3.3,
                    0.25,
                    0.5,
                    1_000,
                    200,
                    7.5,
                    PriceLevel.option(2),
                    List.of(PriceLevel.option(4), PriceLevel.option(5)));

    /** Returns an open spread whose long leg has its contract, the short one not yet. */
    public static Recommendation spreadWithContract(int secondsLater) {
        Leg range = leg(LegSide.LONG, 0.4);
        OptionContract contract =
                new OptionContract("SPY", "SPY", SECOND + 86_400_000, 450, OptionKind.CALL, 100);
        Leg chosen =
                new Leg(
                        range.side(),
                        range.kind(),
                        range.quantity(),
                        range.daysToExpiry(),
                        range.delta(),
                        contract,
                        PriceLevel.option(3.25),
                        TERMS);
        return recommendation(
                secondsLater,
                RecommendationStatus.ACTIVE_OPEN,
                Structure.CALL_DEBIT_SPREAD,
                List.of(chosen, leg(LegSide.SHORT, 0.2)),
                new OptionTrack(
                        2,
                        1,
                        100,
                        SECOND + 86_400_000,
                        1.5,
                        SECOND + 60_000,
                        SECOND + 2_000,
                        1.25,
                        1.5,
                        0.5,
                        2.5,
                        20,
                        45,
                        -10,
                        50,
                        false));
    }

    private static Leg leg(LegSide side, double deltaLow) {
        return new Leg(
                side,
                OptionKind.CALL,
                1,
                new DayRange(1, 7),
                new DeltaRange(deltaLow, 0.7),
                null,
                null,
                null);
    }

    private static Recommendation recommendation(
            int secondsLater,
            RecommendationStatus status,
            Structure structure,
            List<Leg> legs,
            OptionTrack options) {
        boolean active = status.isActive();
        long updatedMillis = SECOND + secondsLater * 1_000L;
        return new Recommendation(
                SNAPSHOT.text() + "/recommendation/rules/1",
                trade().id(),
                SNAPSHOT,
                new SnapshotId("SPY", updatedMillis),
                TradeThesis.BULLISH,
                structure,
                legs,
                TrackedLevel.at(PriceLevel.underlying(450.25)),
                TrackedLevel.at(PriceLevel.underlying(448)),
                List.of(TrackedLevel.at(PriceLevel.underlying(452))),
                active ? 1 : 0,
                3.5,
                List.of(signal().id()),
                "STRESS",
                active ? null : "HIGH_VOL_TRENDING",
                0,
                SECOND + Horizon.MINUTES_60.millis(),
                status,
                active ? null : updatedMillis,
                0.25,
                -0.125,
                0.5,
                active ? null : ManagementReason.STOP_REACHED,
                "equal-weight/1",
                "rules/1",
                options,
                null);
    }

    public static Alert alert() {
        return new Alert(
                Alert.idOf(SNAPSHOT, AlertKind.SIGNAL, "VAPI_SURGE"),
                SNAPSHOT,
                AlertKind.SIGNAL,
                AlertSeverity.WATCH,
                "VAPI_SURGE",
                "flow is strong",
                signal());
    }

    public static Explanation explanation() {
        return new Explanation(
                SNAPSHOT.text() + "/verdict/equal-weight/1",
                SNAPSHOT,
                0.5,
                List.of(new Contribution("FLOW", 0.75), new Contribution("REGIME", -0.25)),
                1,
                "flow speaks for it",
                "template/1");
    }

    /** Returns a level seen a minute before the named second. */
    public static KeyLevel level(double price) {
        return new KeyLevel(
                price,
                KeyLevelType.SUPPORT,
                0.5,
                List.of("MSPI", "NVP"),
                SECOND - 60_000,
                3,
                LevelOutcome.HELD);
    }

    public static KeyLevels keyLevels(int secondsLater, List<KeyLevel> levels) {
        SnapshotId snapshot = new SnapshotId("SPY", SECOND + secondsLater * 1_000L);
        return new KeyLevels(snapshot, levels, "levels/1");
    }

    public static Thresholds thresholds() {
        return new Thresholds(
                SNAPSHOT,
                Session.MORNING,
                List.of(
                        new ThresholdLevels("VAPI_FA_Z", true, 500, -2, -1.5, -1, 1, 1.5, 2),
                        new ThresholdLevels("DWFD_Z", false, 0, -3, -2, -1, 1, 2, 3)));
    }

    public static ManagementDirective management() {
        return new ManagementDirective(
                SNAPSHOT.text() + "/management/1",
                SNAPSHOT.text() + "/recommendation/rules/1",
                SNAPSHOT,
                ManagementAction.PARTIAL_TAKE,
                ManagementReason.FIRST_TARGET_REACHED,
                PriceLevel.underlying(450.25),
                List.of(),
                0.5);
    }
}
