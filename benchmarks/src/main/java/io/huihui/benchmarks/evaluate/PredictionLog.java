package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;
import io.huihui.models.outcome.ScoringGrid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Predictions of one symbol and the prices by which they are scored, on the job's own grid. */
public final class PredictionLog {

    private final TreeMap<Long, PricePoint> prices = new TreeMap<>();
    private final List<Prediction> predictions = new ArrayList<>();

    /**
     * Notes the price in a snapshot and returns it where predictions are scored; null elsewhere.
     */
    public PricePoint priceOf(FeatureSnapshot snapshot) {
        long point = ScoringGrid.pointPricedBy(snapshot.id());
        PricePoint price = PricePoint.of(snapshot);
        if (point < 0 || price == null || prices.containsKey(point)) {
            return null;
        }
        prices.put(point, price);
        return price.exact() ? price : null;
    }

    void add(Prediction prediction) {
        predictions.add(prediction);
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

    /** Returns what the price did from a time on; null when it is not known. */
    public Direction realized(long madeMillis, Horizon horizon) {
        PricePoint then = prices.get(madeMillis);
        PricePoint later = prices.get(madeMillis + horizon.millis());
        if (then == null || later == null || Double.isNaN(then.sigma(horizon))) {
            return null;
        }
        return OutcomeScorer.direction(Math.log(later.mid() / then.mid()), then.sigma(horizon));
    }
}
