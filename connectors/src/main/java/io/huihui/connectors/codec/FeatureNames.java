package io.huihui.connectors.codec;

import io.huihui.models.feature.Feature;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How features are called in schemas and in JSON: in camel case, e.g. {@code return5m}. */
public final class FeatureNames {

    private static final Map<String, Feature> BY_NAME = byName();

    private FeatureNames() {}

    /** Returns the name of a feature. */
    public static String of(Feature feature) {
        StringBuilder name = new StringBuilder();
        for (String word : feature.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : capitalised(word));
        }
        return name.toString();
    }

    /** Returns the feature with this name; empty when there is none. */
    public static Optional<Feature> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Feature> byName() {
        Map<String, Feature> names = new TreeMap<>();
        for (Feature feature : Feature.values()) {
            names.put(of(feature), feature);
        }
        return names;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
