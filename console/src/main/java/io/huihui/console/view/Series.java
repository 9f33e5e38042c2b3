package io.huihui.console.view;

import java.util.List;

/**
 * Values of features over the last minutes.
 *
 * @param features names as in {@code FeatureVector}
 * @param rows oldest first: event time in milliseconds, then a value per feature; null is missing
 */
public record Series(String symbol, List<String> features, List<List<Double>> rows) {

    public Series {
        features = List.copyOf(features);
        rows = List.copyOf(rows);
    }
}
