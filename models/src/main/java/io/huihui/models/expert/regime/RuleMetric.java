package io.huihui.models.expert.regime;

import io.huihui.models.Require;
import io.huihui.models.feature.Feature;

/**
 * The left side of a comparison: a feature, or its change.
 *
 * @param changeMinutes 0 for the value itself; else value - value that many minutes ago
 */
public record RuleMetric(Feature feature, int changeMinutes) {

    /** Changes are looked up in a ring of one value per minute. */
    public static final int LONGEST_CHANGE_MINUTES = 60;

    public RuleMetric {
        Require.present("feature", feature);
        Require.within("changeMinutes", changeMinutes, 0, LONGEST_CHANGE_MINUTES);
    }

    /** Returns the name as it stands in a rule, e.g. {@code SKEW_25_DELTA@15m}. */
    public String text() {
        return changeMinutes == 0 ? feature.name() : feature.name() + "@" + changeMinutes + "m";
    }
}
