package io.huihui.models.directive;

import io.huihui.models.decision.Horizon;

/**
 * Times at which the options of a thesis are repriced, milliseconds since 1970.
 *
 * @param halfway where stop and targets are priced: on average they are met within the horizon
 * @param end where the thesis is decided
 */
record ThesisTimes(long halfway, long end) {

    static ThesisTimes of(long now, Horizon horizon) {
        return new ThesisTimes(now + horizon.millis() / 2, now + horizon.millis());
    }
}
