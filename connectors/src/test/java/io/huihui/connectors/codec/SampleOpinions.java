package io.huihui.connectors.codec;

import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.ConfidenceAgreement;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.FlowDetail;
import io.huihui.models.decision.FlowIntensity;
import io.huihui.models.decision.FlowType;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.PredecessorFigures;
import io.huihui.models.decision.PriceImpact;
import io.huihui.models.decision.RegimeDetail;
import io.huihui.models.decision.SentimentChannels;
import io.huihui.models.decision.SentimentDetail;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.TransitionRisk;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityLevel;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.ThresholdLevels;
import io.huihui.models.feature.Thresholds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Valid snapshots, opinions and verdicts drawn from dice. */
final class SampleOpinions {

    private SampleOpinions() {}

    static SnapshotId snapshot(Dice dice) {
        return new SnapshotId(dice.symbol(), dice.time() / 1000 * 1000);
    }

    static FeatureSnapshot features(Dice dice) {
        FeatureVector.Builder features = new FeatureVector.Builder();
        for (Feature feature : Feature.values()) {
            Quality quality = dice.any(Quality.class);
            if (dice.coin()) {
                features.set(feature, dice.signed(), quality);
            } else if (quality != Quality.OK) {
                features.missing(feature, quality);
            }
        }
        return new FeatureSnapshot(snapshot(dice), dice.upTo(3), features.build());
    }

    static Thresholds thresholds(Dice dice) {
        return new Thresholds(
                snapshot(dice), dice.any(Session.class), dice.some(0, 4, () -> levels(dice)));
    }

    private static ThresholdLevels levels(Dice dice) {
        double[] rising = dice.some(6, 6, dice::signed).stream().mapToDouble(x -> x).toArray();
        Arrays.sort(rising);
        return new ThresholdLevels(
                dice.any(Feature.class).name(),
                dice.coin(),
                dice.upTo(1000),
                rising[0],
                rising[1],
                rising[2],
                rising[3],
                rising[4],
                rising[5]);
    }

    static ExpertOpinion opinion(Dice dice) {
        boolean abstained = dice.coin();
        Expert expert = dice.any(Expert.class);
        return new ExpertOpinion(
                snapshot(dice),
                expert,
                theses(dice),
                volatility(dice),
                dice.unit(),
                contributions(dice),
                dice.some(0, 3, () -> new InputQuality(dice.text(), dice.any(Quality.class))),
                "baseline/1",
                abstained,
                abstained ? dice.text() : null,
                expert == Expert.REGIME ? dice.orNull(() -> regime(dice)) : null,
                expert == Expert.FLOW ? dice.orNull(() -> flow(dice)) : null,
                expert == Expert.SENTIMENT ? dice.orNull(() -> sentiment(dice)) : null);
    }

    private static RegimeDetail regime(Dice dice) {
        return new RegimeDetail(
                state(dice),
                dice.maybe(dice.unit()),
                dice.orNull(() -> dice.any(VolatilityLevel.class)),
                dice.maybe(dice.unit()),
                dice.maybe(dice.unit()));
    }

    private static FlowDetail flow(Dice dice) {
        return new FlowDetail(
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.any(FlowType.class),
                dice.any(FlowIntensity.class),
                dice.maybe(dice.unit()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.signed()),
                dice.maybe(dice.unit()),
                dice.orNull(() -> impact(dice)),
                dice.some(0, 2, () -> borrowed(dice)));
    }

    private static BorrowedFeature borrowed(Dice dice) {
        Quality quality = dice.any(Quality.class);
        return new BorrowedFeature(
                dice.text(),
                quality == Quality.OK ? dice.signed() : null,
                quality,
                dice.coin() ? 1_000L : null);
    }

    private static PriceImpact impact(Dice dice) {
        return new PriceImpact(
                List.of(
                        new ImpactForecast(1, dice.signed(), dice.unit(), contributions(dice)),
                        new ImpactForecast(5, dice.signed(), dice.unit(), contributions(dice))));
    }

    private static SentimentDetail sentiment(Dice dice) {
        return new SentimentDetail(
                dice.between(-1, 1),
                dice.any(Bias.class),
                dice.maybe(dice.unit()),
                dice.maybe(dice.between(-1, 1)),
                dice.upTo(9),
                dice.orNull(() -> (long) dice.upTo(9_999)),
                dice.between(0, 100),
                dice.orNull(() -> 1 + dice.upTo(5)),
                dice.coin(),
                dice.orNull(() -> channels(dice)));
    }

    private static SentimentChannels channels(Dice dice) {
        return new SentimentChannels(
                dice.unit(),
                dice.unit(),
                dice.between(-1, 1),
                dice.maybe(dice.unit()),
                dice.maybe(dice.unit()),
                dice.maybe(dice.unit()),
                dice.maybe(dice.unit()),
                dice.maybe(dice.unit()));
    }

    static List<Thesis> theses(Dice dice) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(thesis(dice, horizon));
        }
        return theses;
    }

    static Thesis thesis(Dice dice, Horizon horizon) {
        double[] p = dice.simplex();
        return new Thesis(horizon, p[0], p[1], p[2]);
    }

    private static VolatilityView volatility(Dice dice) {
        double[] p = dice.simplex();
        return new VolatilityView(p[0], p[1], p[2]);
    }

    static List<Contribution> contributions(Dice dice) {
        return dice.some(0, 4, () -> new Contribution(dice.text(), dice.signed()));
    }

    static Verdict verdict(Dice dice) {
        double[] w = dice.simplex();
        Expert[] experts = Expert.values();
        return new Verdict(
                snapshot(dice),
                theses(dice),
                volatility(dice),
                dice.unit(),
                dice.unit(),
                List.of(
                        new GateWeight(experts[0], w[0]),
                        new GateWeight(experts[1], w[1]),
                        new GateWeight(experts[2], w[2])),
                dice.some(0, 3, () -> dice.any(Expert.class)),
                dice.some(0, 3, () -> dice.any(Expert.class)),
                contributions(dice),
                "UNKNOWN",
                events(dice),
                dice.coin(),
                dice.orNull(
                        () ->
                                new PredecessorFigures(
                                        dice.unit(),
                                        dice.unit(),
                                        dice.any(ConfidenceAgreement.class))),
                dice.orNull(() -> dice.any(WeightSource.class)),
                dice.orNull(dice::unit),
                "equal-weight/1");
    }

    static MarketState state(Dice dice) {
        List<ConditionProbability> posterior = new ArrayList<>();
        int likely = dice.upTo(MarketCondition.count() - 1);
        double share = dice.unit() / MarketCondition.count();
        for (MarketCondition condition : MarketCondition.values()) {
            double rest = 1 - share * (MarketCondition.count() - 1);
            posterior.add(
                    new ConditionProbability(
                            condition, condition.ordinal() == likely ? rest : share));
        }
        return new MarketState(
                snapshot(dice),
                MarketCondition.values()[likely],
                posterior,
                dice.any(Bias.class),
                dice.upTo(100_000),
                dice.some(0, 3, () -> new TransitionRisk(dice.any(Horizon.class), dice.unit())),
                events(dice),
                "rules/1");
    }

    private static List<EventRegime> events(Dice dice) {
        return Arrays.stream(EventRegimeName.values())
                .filter(name -> dice.upTo(9) == 0)
                .map(
                        name -> {
                            long onset = dice.time();
                            return new EventRegime(name, onset, dice.unit(), onset + 1000);
                        })
                .toList();
    }
}
