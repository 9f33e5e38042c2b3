package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Horizon;

import java.util.List;

/** What one knows without looking: how often a condition ends, and where prices go. */
final class BaseRates {

    private static final int STEP = 60;

    private BaseRates() {}

    /** Share of moments after which the condition ends within each horizon. */
    static double[] of(List<Recording> recordings) {
        double[] rates = new double[Horizon.values().length];
        for (Horizon horizon : Horizon.values()) {
            double ended = 0;
            double moments = 0;
            for (Recording recording : recordings) {
                Labels labels = Labels.of(recording);
                for (int t = 0; t < recording.seconds(); t += STEP) {
                    Boolean within = SwitchTruth.within(recording, labels, t, horizon);
                    if (within != null) {
                        moments++;
                        ended += within ? 1 : 0;
                    }
                }
            }
            rates[horizon.ordinal()] = ended / moments;
        }
        return rates;
    }
}
