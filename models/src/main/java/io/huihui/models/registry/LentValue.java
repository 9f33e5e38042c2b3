package io.huihui.models.registry;

import io.huihui.models.Require;

/**
 * What a feature was at the end of a second, on its way to those who borrow it.
 *
 * @param feature name of the feature
 * @param secondEndMillis end of the second it was told of
 */
public record LentValue(String symbol, String feature, long secondEndMillis, double value) {

    public LentValue {
        Require.text("symbol", symbol);
        Require.text("feature", feature);
        Require.finite("value", value);
    }
}
