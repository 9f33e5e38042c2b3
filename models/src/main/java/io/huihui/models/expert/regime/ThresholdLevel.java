package io.huihui.models.expert.regime;

/** Names of dynamic thresholds: quantiles of what the metric did in the same part of the day. */
public enum ThresholdLevel {
    EXTREME_LOW(0.025),
    VERY_LOW(0.05),
    LOW(0.10),
    CONFIRM_LOW(0.25),
    CONFIRM(0.75),
    STRONG(0.90),
    VERY_STRONG(0.95),
    EXTREME(0.975);

    private final double quantile;

    ThresholdLevel(double quantile) {
        this.quantile = quantile;
    }

    /** Share of past values below the threshold, 0..1. */
    public double quantile() {
        return quantile;
    }
}
