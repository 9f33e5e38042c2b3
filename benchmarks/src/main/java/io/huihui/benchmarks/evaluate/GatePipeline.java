package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Verdict;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.gate.EqualWeightGate;
import io.huihui.models.gate.GateInputs;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.MixtureGate;
import io.huihui.models.gate.PlainGateNetwork;
import io.huihui.models.outcome.Prediction;

import java.util.ArrayList;
import java.util.List;

/**
 * One symbol through the experts and the gates that are compared: the predecessor's experts
 * averaged, the trained experts averaged, with the booster's weights, and with the network.
 */
final class GatePipeline implements SymbolPipeline {

    /** Names of the predictors, beside those of single experts. */
    static final String PREDECESSOR = "PREDECESSOR";

    static final String EQUAL = "EQUAL";
    static final String BOOSTER = "BOOSTER";
    static final String NETWORK = "NETWORK";

    /**
     * What the network looked at and what the experts said, for training.
     *
     * @param inputs of the network, NaN where missing
     * @param kept as {@link GateMemory#kept} gives it
     */
    record Looked(long secondEndMillis, List<Double> inputs, List<Double> kept) {}

    private final SymbolSeconds seconds;
    private final ExpertTeam predecessor = ExpertTeam.baseline();
    private final ExpertTeam trained = ExpertTeam.trained();
    private final EqualWeightGate equal = new EqualWeightGate();
    private final MixtureGate mixture;
    private final GateNetwork network;
    private final GateMemory memory = new GateMemory();
    private final GateMemory boosterMemory = new GateMemory();
    private final PredictionLog log = new PredictionLog();
    private final List<Looked> looked = new ArrayList<>();

    GatePipeline(String symbol, GateNetworkModel model) {
        this.seconds = new SymbolSeconds(symbol, this::judge);
        this.mixture = new MixtureGate(model);
        this.network = new PlainGateNetwork(model);
    }

    @Override
    public void event(MarketEvent event) {
        seconds.event(event);
    }

    @Override
    public void news(NewsMention mention) {
        predecessor.news(mention);
        trained.news(mention);
    }

    @Override
    public void closeUpTo(long endMillis) {
        seconds.closeUpTo(endMillis);
    }

    private void judge(FeatureSnapshot snapshot) {
        List<ExpertOpinion> old = predecessor.observe(snapshot);
        List<ExpertOpinion> opinions = trained.observe(snapshot);
        GateMarket market = GateMarket.of(snapshot);
        Verdict byBooster = mixture.judge(market, opinions, null, boosterMemory).verdict();
        Verdict byNetwork = mixture.judge(market, opinions, network, memory).verdict();
        if (log.priceOf(snapshot) == null) {
            return;
        }
        add(PREDECESSOR, equal.judge(snapshot.id(), old));
        add(EQUAL, equal.judge(snapshot.id(), opinions));
        add(BOOSTER, byBooster);
        add(NETWORK, byNetwork);
        opinions.forEach(opinion -> log.add(Prediction.of(opinion)));
        looked.add(
                new Looked(
                        snapshot.id().secondEndMillis(),
                        boxed(GateInputs.of(market, opinions, memory.recentBrier())),
                        boxed(GateMemory.kept(opinions))));
    }

    private void add(String predictor, Verdict verdict) {
        log.add(
                new Prediction(
                        verdict.snapshot(),
                        predictor,
                        verdict.gateVersion(),
                        verdict.theses(),
                        verdict.marketState(),
                        verdict.answered().isEmpty()));
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    List<Looked> looked() {
        return looked;
    }

    PredictionLog log() {
        return log;
    }

    List<Outcome> outcomes(Horizon horizon) {
        return log.outcomes(horizon);
    }
}
