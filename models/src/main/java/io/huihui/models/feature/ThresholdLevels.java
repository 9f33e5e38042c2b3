package io.huihui.models.feature;

import io.huihui.models.Require;

/**
 * The levels of one metric in one session of the day: from its own history, or where that is too
 * short the static ones of the specification.
 *
 * @param metric name of the {@link Feature}; text, so that a reader need not know every feature
 * @param fromHistory false when the static levels stand in
 * @param samples how many values the history holds
 * @param extremeLow 2.5 % of values lie below
 * @param strongLow 10 %
 * @param confirmLow 25 %
 * @param confirmHigh 75 %
 * @param strongHigh 90 %
 * @param extremeHigh 97.5 %
 */
public record ThresholdLevels(
        String metric,
        boolean fromHistory,
        long samples,
        double extremeLow,
        double strongLow,
        double confirmLow,
        double confirmHigh,
        double strongHigh,
        double extremeHigh) {

    public ThresholdLevels {
        Require.text("metric", metric);
        Require.notNegative("samples", samples);
        boolean rising =
                extremeLow <= strongLow
                        && strongLow <= confirmLow
                        && confirmLow <= confirmHigh
                        && confirmHigh <= strongHigh
                        && strongHigh <= extremeHigh;
        Require.that(
                rising,
                "levels that rise from extremeLow to extremeHigh",
                () ->
                        extremeLow
                                + " "
                                + strongLow
                                + " "
                                + confirmLow
                                + " "
                                + confirmHigh
                                + " "
                                + strongHigh
                                + " "
                                + extremeHigh
                                + " of "
                                + metric);
    }
}
