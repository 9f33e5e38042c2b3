package io.huihui.operators.features;

import io.huihui.models.Require;
import io.huihui.models.metric.MetricConfig;

import java.io.Serializable;

/**
 * How the features operator treats time, and what the metrics leave open.
 *
 * @param quietSeconds while trading is on, a symbol without events keeps its snapshots for this
 *     long
 * @param retentionDays a symbol without events for this long is forgotten
 */
public record FeaturesConfig(MetricConfig metrics, int quietSeconds, int retentionDays)
        implements Serializable {

    public FeaturesConfig {
        Require.present("metrics", metrics);
        Require.that(quietSeconds >= 0, "quietSeconds >= 0", "quietSeconds=" + quietSeconds);
        Require.that(retentionDays > 0, "retentionDays > 0", "retentionDays=" + retentionDays);
    }

    /**
     * Five quiet minutes, the shortest horizon; and 45 days, enough for the twenty sessions of the
     * seasonal scores and a holiday.
     */
    public static FeaturesConfig defaults() {
        return new FeaturesConfig(MetricConfig.defaults(), 300, 45);
    }
}
