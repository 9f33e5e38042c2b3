package io.huihui.operators.outcomes;

import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One point of the scoring grid of one symbol.
 *
 * @param price null when no snapshot with a price came within the tolerance
 * @param predictions made at this point, waiting
 */
public record OutcomeCell(PricePoint price, List<Prediction> predictions) {

    public OutcomeCell {
        predictions = List.copyOf(predictions);
    }

    static OutcomeCell empty() {
        return new OutcomeCell(null, List.of());
    }

    OutcomeCell withPrice(PricePoint point) {
        return new OutcomeCell(point, predictions);
    }

    /** A second prediction of the same predictor is a duplicate and is left out. */
    OutcomeCell with(Prediction prediction) {
        for (Prediction each : predictions) {
            if (each.predictor().equals(prediction.predictor())) {
                return this;
            }
        }
        List<Prediction> more = new ArrayList<>(predictions);
        more.add(prediction);
        more.sort(Comparator.comparing(Prediction::predictor));
        return new OutcomeCell(price, more);
    }

    /** The condition at this point: the regime expert's, which every predictor is scored under. */
    String marketState() {
        for (Prediction each : predictions) {
            if (each.marketState() != null) {
                return each.marketState();
            }
        }
        return "UNKNOWN";
    }
}
