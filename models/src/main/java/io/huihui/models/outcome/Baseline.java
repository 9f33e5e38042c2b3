package io.huihui.models.outcome;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Predictors that need no skill, scored beside the others so that skill has a measure. */
public enum Baseline {
    /** One third each. */
    UNIFORM,
    /** Nothing will happen. */
    ALWAYS_FLAT,
    /** What happened over the last such horizon will happen again. */
    PERSISTENCE;

    /**
     * Probability of the class a baseline names; the two others share the rest. With one half it
     * does not lose more than uniform when it is right one time in three.
     */
    private static final double NAMED = 0.5;

    private static final String VERSION = "/1";

    /** Returns what the baseline says at the snapshot. */
    public Prediction predict(FeatureSnapshot snapshot, PricePoint price) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(thesis(horizon, snapshot, price));
        }
        return new Prediction(
                snapshot.id(),
                "BASELINE_" + name(),
                "baseline-" + name().toLowerCase(Locale.ROOT) + VERSION,
                theses,
                null,
                false);
    }

    private Thesis thesis(Horizon horizon, FeatureSnapshot snapshot, PricePoint price) {
        return switch (this) {
            case UNIFORM -> Thesis.uniform(horizon);
            case ALWAYS_FLAT -> naming(horizon, Direction.FLAT);
            case PERSISTENCE -> persistence(horizon, snapshot, price);
        };
    }

    private static Thesis persistence(Horizon horizon, FeatureSnapshot snapshot, PricePoint price) {
        double last =
                switch (horizon) {
                    case MINUTES_5 -> snapshot.features().orNaN(Feature.RETURN_5M);
                    case MINUTES_15 -> snapshot.features().orNaN(Feature.RETURN_15M);
                    case MINUTES_60 -> snapshot.features().orNaN(Feature.RETURN_60M);
                };
        double sigma = price.sigma(horizon);
        if (Double.isNaN(last) || Double.isNaN(sigma)) {
            return Thesis.uniform(horizon);
        }
        return naming(horizon, OutcomeScorer.direction(last, sigma));
    }

    private static Thesis naming(Horizon horizon, Direction direction) {
        double rest = (1 - NAMED) / 2;
        return new Thesis(
                horizon,
                direction == Direction.UP ? NAMED : rest,
                direction == Direction.DOWN ? NAMED : rest,
                direction == Direction.FLAT ? NAMED : rest);
    }
}
