package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;

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
}
