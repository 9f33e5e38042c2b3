package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.PricePoint;

import java.util.ArrayList;
import java.util.List;

/**
 * What a symbol's market was like at the end of a minute.
 *
 * @param mid price, currency
 * @param volatilityAnnual realised volatility known then, 1.00 = 100 %; null when missing: such a
 *     situation is compared, but not remembered, since its outcome has no measure
 * @param coordinates one for each axis; 0, which is usual, where the feature is missing
 * @param missing how many features are missing
 */
public record Situation(
        SnapshotId snapshot,
        double mid,
        Double volatilityAnnual,
        List<Double> coordinates,
        int missing) {

    private static final long MINUTE_MILLIS = 60_000;

    /** How many axes there are. */
    public static final int DIMENSION = SituationAxis.values().length;

    /** When more are missing, what is left is too little to tell situations apart. */
    static final int MOST_MISSING = DIMENSION / 2;

    public Situation {
        Require.present("snapshot", snapshot);
        Require.positive("mid", mid);
        Require.notNegativeOrMissing("volatilityAnnual", volatilityAnnual);
        coordinates = List.copyOf(coordinates);
        if (coordinates.size() != DIMENSION) {
            throw Require.violated(
                    DIMENSION + " coordinates", coordinates.size() + " of " + snapshot);
        }
        for (double coordinate : coordinates) {
            Require.finite("coordinate", coordinate);
        }
        Require.within("missing", missing, 0, DIMENSION);
    }

    /** Returns whether a snapshot is one at whose second a minute ends. */
    public static boolean isAsked(FeatureSnapshot snapshot) {
        return snapshot.revision() == 0 && snapshot.id().secondEndMillis() % MINUTE_MILLIS == 0;
    }

    /** Returns the situation in a snapshot; null when it has no price or too little else. */
    public static Situation of(FeatureSnapshot snapshot) {
        PricePoint price = PricePoint.of(snapshot);
        List<Double> coordinates = new ArrayList<>();
        int missing = 0;
        for (SituationAxis axis : SituationAxis.values()) {
            double value = snapshot.features().orNaN(axis.feature());
            if (Double.isFinite(value)) {
                coordinates.add(axis.coordinate(value));
            } else {
                coordinates.add(0.0);
                missing++;
            }
        }
        return price == null || missing > MOST_MISSING
                ? null
                : new Situation(
                        snapshot.id(), price.mid(), price.volatilityAnnual(), coordinates, missing);
    }

    float[] vector() {
        return vector(coordinates);
    }

    /** Returns coordinates of a situation as they are compared. */
    static float[] vector(List<Double> coordinates) {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = coordinates.get(i).floatValue();
        }
        return vector;
    }

    PricePoint price() {
        return new PricePoint(mid, volatilityAnnual, true);
    }
}
