package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * Values of features, newest first.
 *
 * @param features names as in {@code FeatureVector}
 * @param rows event time in milliseconds, then a value per feature; null is missing
 * @param next cursor of the next page; null at the end
 */
public record FeaturePage(
        String symbol, List<String> features, List<List<Double>> rows, @OrNull String next) {}
