package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * A trigger that fired at one snapshot.
 *
 * @param id {@code symbol@second/NAME}, the same in every replay
 * @param strength -5..5; sign = direction; magnitude of a signal without direction is 0..5
 * @param direction of the price thesis; NEUTRAL for one about volatility or structure
 * @param strike currency; null when the signal is not about a strike
 * @param divergent true when it points against the return of the last 15 minutes
 * @param marketState condition at birth
 * @param evidence what crossed which threshold, never empty
 */
public record Signal(
        String id,
        SignalName name,
        SnapshotId snapshot,
        Bias direction,
        double strength,
        Double strike,
        boolean divergent,
        String marketState,
        List<Evidence> evidence) {

    /** Strengths are on the scale of convictions. */
    public static final double STRONGEST = 5;

    public Signal {
        Require.text("id", id);
        Require.present("name", name);
        Require.present("snapshot", snapshot);
        Require.present("direction", direction);
        Require.within("strength", strength, -STRONGEST, STRONGEST);
        Require.that(
                direction == Bias.NEUTRAL || strength * direction.sign() >= 0,
                "a strength with the sign of the direction",
                () -> "strength=" + strength + " direction=" + direction);
        if (strike != null) {
            Require.positive("strike", strike.doubleValue());
        }
        Require.text("marketState", marketState);
        evidence = List.copyOf(evidence);
        Require.that(
                !evidence.isEmpty(), "at least one piece of evidence", () -> "none for " + name);
    }

    /** Returns the id of a signal of this name at this snapshot. */
    public static String idOf(SnapshotId snapshot, SignalName name) {
        return snapshot.text() + "/" + name;
    }
}
