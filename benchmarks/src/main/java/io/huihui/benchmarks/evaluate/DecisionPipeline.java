package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Verdict;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.MarketSecond;
import io.huihui.models.gate.EqualWeightGate;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.MixtureGate;
import io.huihui.models.gate.PlainGateNetwork;
import io.huihui.models.outcome.Baseline;
import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;

import java.util.List;

/**
 * One symbol through the same plain classes the operators use: seconds to features, experts, gate,
 * outcomes. Predictions are scored on the grid of the outcome operator.
 */
final class DecisionPipeline implements SymbolPipeline {

    private static final Baseline[] BASELINES = Baseline.values();

    private final SymbolSeconds seconds;
    private final ExpertTeam team;
    private final Gate gate;
    private final PredictionLog log = new PredictionLog();
    private final JudgedSecond listener;

    /** The predecessor's experts and equal weights. */
    DecisionPipeline(String symbol) {
        this(symbol, ExpertTeam.baseline(), equalWeights(), null);
    }

    private DecisionPipeline(String symbol, ExpertTeam team, Gate gate, JudgedSecond listener) {
        this.seconds = new SymbolSeconds(symbol, this::judge);
        this.team = team;
        this.gate = gate;
        this.listener = listener;
    }

    /**
     * Returns the pipeline of the main job: the fitted experts, calibrated online, and the gate
     * with its shipped network.
     *
     * @param listener told of every second and its verdict
     */
    static DecisionPipeline ofMainJob(String symbol, JudgedSecond listener) {
        return new DecisionPipeline(symbol, ExpertTeam.trained(), mixture(), listener);
    }

    private interface Gate {
        Verdict judge(FeatureSnapshot snapshot, List<ExpertOpinion> opinions);
    }

    private static Gate equalWeights() {
        EqualWeightGate gate = new EqualWeightGate();
        return (snapshot, opinions) -> gate.judge(snapshot.id(), opinions);
    }

    private static Gate mixture() {
        GateNetworkModel model = GateNetworkModel.shipped();
        MixtureGate gate = new MixtureGate(model);
        GateNetwork network = new PlainGateNetwork(model);
        GateMemory memory = new GateMemory();
        return (snapshot, opinions) ->
                gate.judge(GateMarket.of(snapshot), opinions, network, memory).verdict();
    }

    /** Takes every second of a symbol and what the gate said of it. */
    interface JudgedSecond {
        void judged(MarketSecond second, Verdict verdict);
    }

    @Override
    public void event(MarketEvent event) {
        seconds.event(event);
    }

    @Override
    public void news(NewsMention mention) {
        team.news(mention);
    }

    @Override
    public void closeUpTo(long endMillis) {
        seconds.closeUpTo(endMillis);
    }

    private void judge(FeatureSnapshot snapshot) {
        List<ExpertOpinion> opinions = team.observe(snapshot);
        Verdict verdict = gate.judge(snapshot, opinions);
        if (listener != null) {
            listener.judged(
                    new MarketSecond(
                            snapshot,
                            seconds.features().strikeProfile(),
                            seconds.features().tradable()),
                    verdict);
        }
        PricePoint price = log.priceOf(snapshot);
        if (price != null) {
            opinions.forEach(opinion -> log.add(Prediction.of(opinion)));
            log.add(Prediction.of(verdict));
            for (Baseline baseline : BASELINES) {
                log.add(baseline.predict(snapshot, price));
            }
        }
    }

    /** Returns the outcomes at one horizon of every prediction whose price then is known. */
    List<Outcome> outcomes(Horizon horizon) {
        return log.outcomes(horizon);
    }
}
