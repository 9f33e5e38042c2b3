package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Horizon;
import io.huihui.simulator.truth.StateSwitch;

/** Whether a switch came within a time. */
final class SwitchTruth {

    private SwitchTruth() {}

    /**
     * Returns whether the condition ended within the horizon after a second; null when the session
     * ended first.
     */
    static Boolean within(Recording recording, Labels labels, int second, Horizon horizon) {
        long now = recording.endMillis(second);
        for (StateSwitch change : labels.switches()) {
            if (change.eventTimeMillis() >= now) {
                if (change.eventTimeMillis() < now + horizon.millis()) {
                    return true;
                }
                break;
            }
        }
        long close = recording.endMillis(recording.seconds() - 1);
        return now + horizon.millis() <= close ? Boolean.FALSE : null;
    }
}
