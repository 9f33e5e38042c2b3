package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the price did over a horizon after a situation.
 *
 * @param sigmas log return, in standard deviations expected at the situation's time
 */
public record KnownMove(Horizon horizon, double sigmas) {

    public KnownMove {
        Require.present("horizon", horizon);
        Require.finite("sigmas", sigmas);
    }

    /** Returns those of all horizons that are known, shortest first; NaN is not. */
    static List<KnownMove> known(ToDoubleFunction<Horizon> sigmas) {
        List<KnownMove> known = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            double move = sigmas.applyAsDouble(horizon);
            if (!Double.isNaN(move)) {
                known.add(new KnownMove(horizon, move));
            }
        }
        return known;
    }
}
