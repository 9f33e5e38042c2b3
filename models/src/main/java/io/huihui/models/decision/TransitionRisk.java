package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * How likely the market is to leave its condition.
 *
 * @param probability of leaving at least once within the horizon, 0..1
 */
public record TransitionRisk(Horizon horizon, double probability) {

    public TransitionRisk {
        Require.present("horizon", horizon);
        Require.within("probability", probability, 0, 1);
    }
}
