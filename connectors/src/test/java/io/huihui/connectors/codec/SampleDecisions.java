package io.huihui.connectors.codec;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.DayRange;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.DirectiveAction;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Horizon;
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
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.OptionPlan;
import io.huihui.models.decision.OptionTrack;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.PerformanceSummary;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.ProbabilityBasis;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.TrackedLevel;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.UnresolvedPrediction;
import io.huihui.models.decision.UnresolvedReason;
import io.huihui.models.decision.Wording;
import io.huihui.models.event.OptionContract;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.memory.AnalogueOutcomes;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryReach;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Valid directives, signals, outcomes and the rest of what is decided, drawn from dice. */
final class SampleDecisions {

    private SampleDecisions() {}

    static Directive directive(Dice dice) {
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        boolean trade = dice.coin();
        double probability = dice.between(0.3, 0.9);
        Contribution whole = new Contribution("sum", Math.log(probability / (1 - probability)));
        return new Directive(
                snapshot.text() + "/directive/1",
                snapshot,
                trade ? DirectiveAction.TRADE : DirectiveAction.NO_TRADE,
                trade ? null : dice.any(NoTradeReason.class),
                dice.text(),
                trade ? dice.any(TradeThesis.class) : null,
                trade ? plan(dice) : null,
                trade ? (Double) dice.price() : null,
                trade ? (Double) (Directive.CONVICTION_SCALE * probability) : null,
                trade ? (Double) probability : null,
                trade ? List.of(whole) : List.of(),
                new Assessment(dice.unit(), dice.unit(), dice.unit(), dice.unit(), dice.unit()),
                "UNKNOWN",
                dice.some(0, 2, () -> dice.any(EventRegimeName.class)),
                dice.some(0, 2, dice::text),
                "equal-weight/1",
                "config/1",
                dice.text(),
                dice.orNull(
                        () ->
                                new ProbabilityBasis(
                                        dice.unit(), dice.coin(), dice.unit(), "calibration/1")));
    }

    private static TradePlan plan(Dice dice) {
        Structure structure = dice.any(Structure.class);
        boolean directional = dice.coin();
        return new TradePlan(
                structure,
                new DayRange(0, dice.upTo(30)),
                delta(dice),
                structure.hasShortLegs() ? delta(dice) : null,
                dice.any(Horizon.class),
                directional ? PriceLevel.underlying(dice.price()) : null,
                directional
                        ? List.of(
                                PriceLevel.underlying(dice.price()),
                                PriceLevel.underlying(dice.price()))
                        : List.of(),
                dice.time(),
                dice.price(),
                dice.orNull(() -> options(dice)));
    }

    private static OptionPlan options(Dice dice) {
        double entry = dice.signed();
        return new OptionPlan(
                dice.some(1, 4, () -> chosenLeg(dice)),
                dice.time(),
                1 + dice.upTo(9),
                100,
                entry,
                entry + dice.unit(),
                dice.time(),
                dice.signed(),
                List.of(dice.signed(), dice.signed()),
                dice.signed(),
                dice.price(),
                dice.coin());
    }

    private static OptionTrack track(Dice dice) {
        int units = 1 + dice.upTo(9);
        return new OptionTrack(
                units,
                dice.upTo(units),
                100,
                dice.time(),
                dice.signed(),
                dice.time(),
                dice.coin() ? (Long) dice.time() : null,
                dice.signed(),
                dice.signed(),
                dice.signed(),
                dice.signed(),
                dice.signed(),
                dice.signed(),
                -dice.unit(),
                dice.unit(),
                dice.coin());
    }

    private static DeltaRange delta(Dice dice) {
        return new DeltaRange(dice.between(0, 0.5), dice.between(0.5, 1));
    }

    static Signal signal(Dice dice) {
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        SignalName name = dice.any(SignalName.class);
        Bias direction = dice.any(Bias.class);
        double magnitude = dice.between(0, Signal.STRONGEST);
        return new Signal(
                Signal.idOf(snapshot, name),
                name,
                snapshot,
                direction,
                direction == Bias.BEARISH ? -magnitude : magnitude,
                dice.maybe(dice.price()),
                dice.coin(),
                "UNKNOWN",
                dice.some(1, 3, () -> new Evidence(dice.text(), dice.signed(), dice.signed())));
    }

    static Alert alert(Dice dice) {
        AlertKind kind = dice.any(AlertKind.class);
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        String subject = dice.text();
        return new Alert(
                Alert.idOf(snapshot, kind, subject),
                snapshot,
                kind,
                dice.any(AlertSeverity.class),
                subject,
                dice.text(),
                kind == AlertKind.SIGNAL ? signal(dice) : null);
    }

    static ConflictRecord conflict(Dice dice) {
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        return new ConflictRecord(
                snapshot.text() + "/conflict",
                snapshot,
                dice.some(2, 3, () -> view(dice)),
                dice.unit(),
                dice.coin(),
                "equal-weight/1");
    }

    private static ConflictView view(Dice dice) {
        return new ConflictView(
                dice.any(Expert.class),
                SampleOpinions.thesis(dice, dice.any(Horizon.class)),
                dice.unit(),
                SampleOpinions.contributions(dice),
                dice.orNull(dice::text));
    }

    static Resolution resolution(Dice dice) {
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        return new Resolution(
                snapshot.text() + "/conflict",
                snapshot,
                dice.any(Direction.class),
                dice.text(),
                SampleOpinions.contributions(dice),
                dice.some(0, 2, () -> dice.any(Expert.class)),
                dice.text(),
                "00ff",
                dice.some(0, 2, () -> view(dice)),
                "ff00",
                dice.any(Wording.class));
    }

    static Explanation explanation(Dice dice) {
        SnapshotId snapshot = SampleOpinions.snapshot(dice);
        double value = dice.unit();
        return new Explanation(
                snapshot.text(),
                snapshot,
                0.5,
                List.of(new Contribution(dice.text(), value)),
                0.5 + value,
                dice.text(),
                "template/1");
    }

    static KeyLevels keyLevels(Dice dice) {
        double first = dice.price();
        return new KeyLevels(
                SampleOpinions.snapshot(dice),
                IntStream.range(0, dice.upTo(3))
                        .mapToObj(
                                i ->
                                        new KeyLevel(
                                                first + i,
                                                dice.any(KeyLevelType.class),
                                                dice.unit(),
                                                dice.some(1, 2, dice::text),
                                                dice.time(),
                                                dice.upTo(4),
                                                dice.any(LevelOutcome.class)))
                        .toList(),
                "config/1");
    }

    static CorrelationMatrix correlations(Dice dice) {
        return new CorrelationMatrix(
                dice.time(),
                List.of("AAPL", "QQQ", "SPY"),
                List.of(dice.unit(), -dice.unit(), dice.unit()),
                30,
                dice.between(30, 500),
                dice.coin() ? null : (Double) dice.between(-9, 9));
    }

    static Analogues analogues(Dice dice) {
        return new Analogues(
                SampleOpinions.snapshot(dice),
                1 + dice.upTo(4_000),
                dice.upTo(9),
                dice.coin(),
                dice.between(0, 1),
                dice.between(1, 5),
                dice.some(
                        0,
                        3,
                        () ->
                                new AnalogueOutcomes(
                                        dice.any(Horizon.class),
                                        1 + dice.upTo(50),
                                        0.5,
                                        0.25,
                                        0.25,
                                        dice.between(-3, 3),
                                        dice.maybe(dice.between(0, 3)))),
                dice.coin() ? new MemoryReach(4, 4, 1) : null);
    }

    static Outcome outcome(Dice dice) {
        return new Outcome(
                SampleOpinions.snapshot(dice),
                "GATE",
                "equal-weight/1",
                SampleOpinions.thesis(dice, dice.any(Horizon.class)),
                dice.any(Direction.class),
                dice.between(-0.1, 0.1),
                dice.between(0.001, 0.1),
                "UNKNOWN",
                dice.between(0, 2),
                dice.unit(),
                dice.coin(),
                dice.coin());
    }

    static UnresolvedPrediction unresolved(Dice dice) {
        return new UnresolvedPrediction(
                SampleOpinions.snapshot(dice),
                "FLOW",
                dice.any(Horizon.class),
                dice.any(UnresolvedReason.class));
    }

    static PerformanceSummary performance(Dice dice) {
        return new PerformanceSummary(
                SampleOpinions.snapshot(dice),
                "GATE",
                "equal-weight/1",
                "UNKNOWN",
                dice.any(Horizon.class),
                1 + dice.upTo(1_000),
                dice.unit(),
                dice.between(0, 2),
                dice.unit(),
                dice.unit());
    }

    static ManagementDirective management(Dice dice) {
        ManagementAction action = dice.any(ManagementAction.class);
        return new ManagementDirective(
                dice.text(),
                dice.text(),
                SampleOpinions.snapshot(dice),
                action,
                dice.any(ManagementReason.class),
                dice.orNull(() -> PriceLevel.underlying(dice.price())),
                dice.some(0, 2, () -> PriceLevel.underlying(dice.price())),
                action == ManagementAction.EXIT ? 1 : dice.unit());
    }

    static Recommendation recommendation(Dice dice) {
        SnapshotId issued = SampleOpinions.snapshot(dice);
        RecommendationStatus status = dice.any(RecommendationStatus.class);
        boolean active = status.isActive();
        return new Recommendation(
                dice.text(),
                dice.text(),
                issued,
                new SnapshotId(issued.symbol(), issued.secondEndMillis() + 1000),
                dice.any(TradeThesis.class),
                dice.any(Structure.class),
                dice.some(1, 4, () -> leg(dice)),
                tracked(dice),
                dice.orNull(() -> tracked(dice)),
                dice.some(0, 2, () -> tracked(dice)),
                dice.unit(),
                dice.between(0, Directive.CONVICTION_SCALE),
                dice.some(0, 2, dice::text),
                "UNKNOWN",
                active ? null : "UNKNOWN",
                dice.upTo(5),
                dice.time(),
                status,
                active ? null : (Long) dice.time(),
                dice.signed(),
                -dice.unit(),
                dice.unit(),
                active ? null : dice.any(ManagementReason.class),
                "equal-weight/1",
                "config/1",
                dice.orNull(() -> track(dice)),
                dice.maybe(dice.signed()));
    }

    private static Leg leg(Dice dice) {
        OptionContract contract = SampleEvents.contract(dice, dice.symbol());
        boolean chosen = dice.coin();
        return new Leg(
                dice.any(LegSide.class),
                contract.kind(),
                1 + dice.upTo(9),
                new DayRange(0, 7),
                delta(dice),
                chosen ? contract : null,
                chosen && dice.coin() ? PriceLevel.option(dice.price()) : null,
                null);
    }

    private static Leg chosenLeg(Dice dice) {
        OptionContract contract = SampleEvents.contract(dice, dice.symbol());
        double bid = dice.price();
        return new Leg(
                dice.any(LegSide.class),
                contract.kind(),
                1,
                new DayRange(0, 7),
                delta(dice),
                contract,
                PriceLevel.option(bid),
                new LegTerms(
                        bid,
                        bid + dice.unit(),
                        dice.between(0.01, 2),
                        dice.between(-1, 1),
                        dice.unit(),
                        dice.unit(),
                        dice.signed(),
                        PriceLevel.option(dice.price()),
                        List.of(PriceLevel.option(dice.price()))));
    }

    private static TrackedLevel tracked(Dice dice) {
        TrackedLevel level = TrackedLevel.at(PriceLevel.underlying(dice.price()));
        return dice.coin() ? level : level.filledAt(PriceLevel.underlying(dice.price()));
    }

    static DeadLetter deadLetter(Dice dice) {
        return new DeadLetter(
                "huihui.quotes",
                dice.upTo(7),
                dice.sequence(),
                dice.text(),
                Base64.getEncoder().encodeToString(dice.text().getBytes(UTF_8)));
    }
}
