package io.huihui.models.expert.regime;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.RegimeDetail;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.TransitionRisk;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.InputGroup;
import io.huihui.models.expert.regime.forecast.DirectionWatch;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.Forecaster;
import io.huihui.models.expert.regime.forecast.ThesisModel;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The regime expert: conditions by the state-space forecaster, event regimes by the rules of the
 * baseline, theses from both and from where the price leans. It needs what happens within seconds;
 * where no such feed is, it abstains and leaves the condition to the rules.
 */
public final class StateSpaceRegimeExpert implements ExpertModel {

    public static final String MODEL_VERSION = "state-space-regime/3";

    private static final int STATE_VERSION = 1;

    /** A trend whose side is less sure than this has none to show. */
    private static final double PLAIN_SIDE = 0.3;

    private final RuleBasedRegimeExpert rules = new RuleBasedRegimeExpert();
    private final Forecaster forecaster = new Forecaster(ForecastModel.shipped());
    private final DirectionWatch watch = new DirectionWatch();
    private final ThesisModel theses = ThesisModel.shipped();

    @Override
    public Expert expert() {
        return Expert.REGIME;
    }

    @Override
    public String modelVersion() {
        return MODEL_VERSION;
    }

    /**
     * Takes a macro figure, announced or released, of an event time before the next snapshot; twice
     * does no harm.
     */
    public void release(MacroRelease release) {
        forecaster.release(release);
    }

    /** Judges event regimes by these rules from now on. */
    public void follow(RegimeRules others) {
        rules.follow(others);
    }

    @Override
    public ExpertOpinion observe(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        ExpertOpinion byRules = rules.observe(snapshot);
        forecaster.observe(snapshot);
        double elapsed = features.orNaN(Feature.SESSION_ELAPSED);
        double volatility = forecaster.volatility(elapsed);
        boolean inSession = !Double.isNaN(elapsed);
        if (inSession) {
            watch.observe(features, volatility);
        }
        List<InputQuality> quality = quality(features);
        if (!inSession || !features.has(Feature.REALIZED_VOL_1S)) {
            return ExpertOpinion.abstain(
                    snapshot.id(),
                    Expert.REGIME,
                    MODEL_VERSION,
                    quality,
                    "need the volatility of the second within regular trading, was missing; feed"
                            + " quotes or depth");
        }
        return opinion(snapshot, byRules, volatility, quality);
    }

    private ExpertOpinion opinion(
            FeatureSnapshot snapshot,
            ExpertOpinion byRules,
            double volatility,
            List<InputQuality> quality) {
        FeatureVector features = snapshot.features();
        long now = snapshot.id().secondEndMillis();
        double[] leans = watch.leaning(features, forecaster, volatility);
        List<Thesis> all = new ArrayList<>();
        List<TransitionRisk> risks = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            double leaving = forecaster.leaving(horizon, now);
            risks.add(new TransitionRisk(horizon, leaving));
            double[] sizes = watch.size(features, forecaster, volatility, leaving);
            all.add(theses.thesis(horizon, leans, sizes));
        }
        Thesis central = all.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                Expert.REGIME,
                all,
                byRules.volatility(),
                central.probability(central.likeliest()),
                contributions(leans),
                quality,
                MODEL_VERSION,
                false,
                null,
                byRules.regime() == null
                        ? null
                        : detail(snapshot, byRules.regime(), leans, risks, volatility),
                null,
                null);
    }

    /** The rules' detail with the forecaster's condition in place of theirs. */
    private RegimeDetail detail(
            FeatureSnapshot snapshot,
            RegimeDetail byRules,
            double[] leans,
            List<TransitionRisk> risks,
            double volatility) {
        long now = snapshot.id().secondEndMillis();
        MarketCondition held = forecaster.held();
        MarketState state =
                new MarketState(
                        snapshot.id(),
                        held,
                        posterior(),
                        trend(held, leans[DirectionWatch.Leaning.TRADES.ordinal()]),
                        forecaster.ageMillis(now),
                        risks,
                        byRules.state().events(),
                        byRules.state().rulesVersion());
        return new RegimeDetail(
                state,
                byRules.vriScore(),
                byRules.volatilityLevel(),
                snapshot.features().get(Feature.HAR_VOL_FORECAST),
                Double.isFinite(volatility) ? volatility : null);
    }

    private List<ConditionProbability> posterior() {
        List<ConditionProbability> posterior = new ArrayList<>();
        for (MarketCondition condition : MarketCondition.values()) {
            boolean named = condition.ordinal() < ForecastModel.CONDITIONS;
            double probability = named ? forecaster.probability(condition.ordinal()) : 0;
            posterior.add(new ConditionProbability(condition, probability));
        }
        return posterior;
    }

    private static Bias trend(MarketCondition held, double side) {
        boolean trending =
                held == MarketCondition.LOW_VOL_TRENDING
                        || held == MarketCondition.MEDIUM_VOL_TRENDING
                        || held == MarketCondition.HIGH_VOL_TRENDING;
        return trending && Math.abs(side) >= PLAIN_SIDE ? Bias.of(side) : Bias.NEUTRAL;
    }

    private List<Contribution> contributions(double[] leans) {
        double[] shares = theses.shares(Horizon.MINUTES_15, leans);
        List<Contribution> contributions = new ArrayList<>();
        for (DirectionWatch.Leaning input : DirectionWatch.Leaning.values()) {
            contributions.add(new Contribution(input.name(), shares[input.ordinal()]));
        }
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return contributions;
    }

    private static List<InputQuality> quality(FeatureVector features) {
        return List.of(
                InputGroup.of("second", features, Feature.REALIZED_VOL_1S, Feature.TRADE_COUNT_1S),
                InputGroup.of("option trades", features, Feature.OPTION_TRADE_COUNT_1S),
                InputGroup.of("surface", features, Feature.ATM_IV_30D, Feature.SKEW_25_DELTA),
                InputGroup.of(
                        "flow", features, Feature.VAPI_FA_15M, Feature.ORDER_FLOW_IMBALANCE_5M));
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        rules.writeTo(out);
        forecaster.writeTo(out);
        watch.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "state-space regime expert");
        rules.readFrom(in);
        forecaster.readFrom(in);
        watch.readFrom(in);
    }
}
