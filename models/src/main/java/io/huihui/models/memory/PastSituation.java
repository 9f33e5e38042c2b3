package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.SnapshotId;

import java.util.Arrays;
import java.util.List;

/**
 * A situation whose longest horizon is over, on its way to the memory of the market.
 *
 * @param snapshot when and of which symbol it was
 * @param knownMillis event time from which on it may be remembered
 * @param coordinates as {@link Situation#coordinates}
 * @param moves by horizon, shortest first; without those that are not known
 */
public record PastSituation(
        SnapshotId snapshot, long knownMillis, List<Double> coordinates, List<KnownMove> moves) {

    public PastSituation {
        Require.present("snapshot", snapshot);
        Require.that(
                knownMillis > snapshot.secondEndMillis(),
                "knownMillis after the situation",
                () -> "knownMillis=" + knownMillis + " of " + snapshot.text());
        coordinates = List.copyOf(coordinates);
        Require.that(
                coordinates.size() == Situation.DIMENSION,
                Situation.DIMENSION + " coordinates",
                "another number of them");
        moves = List.copyOf(moves);
        Require.that(!moves.isEmpty(), "a move that is known", "none");
    }

    float[] vector() {
        return Situation.vector(coordinates);
    }

    /** Returns the moves by horizon; NaN where not known. */
    float[] outcomes() {
        float[] outcomes = new float[Horizon.values().length];
        Arrays.fill(outcomes, Float.NaN);
        for (KnownMove move : moves) {
            outcomes[move.horizon().ordinal()] = (float) move.sigmas();
        }
        return outcomes;
    }
}
