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
    private final ExpertTeam team = ExpertTeam.baseline();
    private final EqualWeightGate gate = new EqualWeightGate();
    private final PredictionLog log = new PredictionLog();
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
        if (listener != null) {
            listener.judged(
                    new MarketSecond(
                            snapshot,
                            seconds.features().strikeProfile(),
                            seconds.features().tradable()),
                    gate.judge(snapshot.id(), opinions));
        }
        PricePoint price = log.priceOf(snapshot);
        if (price != null) {
            opinions.forEach(opinion -> log.add(Prediction.of(opinion)));
            log.add(Prediction.of(gate.judge(snapshot.id(), opinions)));
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
