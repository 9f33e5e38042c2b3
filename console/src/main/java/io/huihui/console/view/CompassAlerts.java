package io.huihui.console.view;

import java.util.List;

/**
 * The last alerts of a symbol's compass.
 *
 * @param alerts those that stand, then those that ended, newest first
 */
public record CompassAlerts(String symbol, List<CompassAlert> alerts) {

    public CompassAlerts {
        alerts = List.copyOf(alerts);
    }
}
