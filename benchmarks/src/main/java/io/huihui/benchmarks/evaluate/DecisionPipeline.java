package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Verdict;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.MarketSecond;
import io.huihui.models.gate.EqualWeightGate;
import io.huihui.models.gate.GateModel;
import io.huihui.models.outcome.Baseline;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;
import io.huihui.models.outcome.ScoringGrid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One symbol through the same plain classes the operators use: seconds to features, experts, gate,
 * outcomes. Predictions are scored on the grid of the outcome operator.
 */
final class DecisionPipeline {

    private static final Baseline[] BASELINES = Baseline.values();

    private final SymbolSeconds seconds;
    private final RuleBasedRegimeExpert regime = new RuleBasedRegimeExpert();
    private final RuleBasedFlowExpert flow = new RuleBasedFlowExpert();
    private final RuleBasedSentimentExpert sentiment = new RuleBasedSentimentExpert();
    private final GateModel gate = new EqualWeightGate();
    private final TreeMap<Long, PricePoint> prices = new TreeMap<>();
    private final List<Prediction> predictions = new ArrayList<>();
    private final JudgedSecond listener;

    DecisionPipeline(String symbol) {
        this(symbol, null);
    }

    /**
     * @param listener told of every second and its verdict; null when nobody needs them
     */
    DecisionPipeline(String symbol, JudgedSecond listener) {
        this.seconds = new SymbolSeconds(symbol, this::judge);
        this.listener = listener;
    }

    /** Takes every second of a symbol and what the gate said of it. */
    interface JudgedSecond {
        void judged(MarketSecond second, Verdict verdict);
    }

    /** Takes an event; one whose second is over corrects it, as in the job. */
    void event(MarketEvent event) {
        seconds.event(event);
    }

    void news(NewsItem item) {
        sentiment.observe(item);
    }

    /** Ends every second up to a time. */
    void closeUpTo(long endMillis) {
        seconds.closeUpTo(endMillis);
    }

    private void judge(FeatureSnapshot snapshot) {
        List<ExpertOpinion> opinions =
                List.of(
                        regime.observe(snapshot),
                        flow.observe(snapshot),
                        sentiment.observe(snapshot));
        if (listener != null) {
            listener.judged(
                    new MarketSecond(
                            snapshot,
                            seconds.features().strikeProfile(),
                            seconds.features().tradable()),
                    gate.judge(snapshot.id(), opinions));
        }
        long point = ScoringGrid.pointPricedBy(snapshot.id());
        PricePoint price = PricePoint.of(snapshot);
        if (point < 0 || price == null || prices.containsKey(point)) {
            return;
        }
        prices.put(point, price);
        if (price.exact()) {
            opinions.forEach(opinion -> predictions.add(Prediction.of(opinion)));
            predictions.add(Prediction.of(gate.judge(snapshot.id(), opinions)));
            for (Baseline baseline : BASELINES) {
                predictions.add(baseline.predict(snapshot, price));
            }
        }
    }

    /** Returns the outcomes at one horizon of every prediction whose price then is known. */
    List<Outcome> outcomes(Horizon horizon) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Prediction prediction : predictions) {
            long made = prediction.snapshot().secondEndMillis();
            PricePoint then = prices.get(made);
            PricePoint later = prices.get(made + horizon.millis());
            if (later != null && !Double.isNaN(then.sigma(horizon))) {
                outcomes.add(OutcomeScorer.score(prediction, horizon, then, later.mid(), "ALL"));
            }
        }
        return outcomes;
    }
}
