package io.huihui.models.strategy;

/** On which side of its threshold an input opens a gate. */
public enum GateSide {
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String sign;

    GateSide(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean opens(double value, double threshold) {
        return this == AT_LEAST ? value >= threshold : value <= threshold;
    }
}
