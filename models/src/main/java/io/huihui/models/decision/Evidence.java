package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * One measured value that crossed its threshold.
 *
 * @param metric name of the feature
 * @param value in the unit of the feature
 * @param threshold that was crossed, same unit
 */
public record Evidence(String metric, double value, double threshold) {

    public Evidence {
        Require.text("metric", metric);
        Require.finite("value", value);
        Require.finite("threshold", threshold);
    }
}
