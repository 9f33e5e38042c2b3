package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.decision.Directive;

import java.io.Serializable;

/**
 * The numbers of the directive rules.
 *
 * @param version stands in every directive, e.g. {@code directive-rules/3}
 * @param minimumConviction below it nothing is traded; 2.5 is a coin flip
 * @param minimumGapMillis shortest time between two directives on one symbol
 * @param refreshMillis after this time an unchanged directive is sent again
 * @param stopRanges distance of the stop in average true ranges
 * @param targetRanges distance of the first target; the second is one range further
 * @param riskPerTrade currency that one trade may lose
 * @param dailyLossLimit currency after which no trade is opened until the next session
 * @param maximumPosition currency that the options of one trade may cost, or lose at expiry
 * @param commissionPerContract currency per contract bought or sold
 * @param entryValidMillis event time after which an entry that was not filled lapses
 */
public record DirectiveConfig(
        String version,
        double minimumConviction,
        long minimumGapMillis,
        long refreshMillis,
        double stopRanges,
        double targetRanges,
        double riskPerTrade,
        double dailyLossLimit,
        double maximumPosition,
        double commissionPerContract,
        long entryValidMillis)
        implements Serializable {

    public DirectiveConfig {
        Require.text("version", version);
        Require.within("minimumConviction", minimumConviction, 0, Directive.CONVICTION_SCALE);
        Require.notNegative("minimumGapMillis", minimumGapMillis);
        Require.that(
                refreshMillis >= minimumGapMillis,
                "refreshMillis >= minimumGapMillis",
                () -> refreshMillis + " and " + minimumGapMillis);
        Require.positive("stopRanges", stopRanges);
        Require.positive("targetRanges", targetRanges);
        Require.positive("riskPerTrade", riskPerTrade);
        Require.that(
                dailyLossLimit >= riskPerTrade,
                "dailyLossLimit >= riskPerTrade",
                () -> dailyLossLimit + " and " + riskPerTrade);
        Require.that(
                maximumPosition >= riskPerTrade,
                "maximumPosition >= riskPerTrade",
                () -> maximumPosition + " and " + riskPerTrade);
        Require.notNegative("commissionPerContract", commissionPerContract);
        Require.that(entryValidMillis > 0, "entryValidMillis > 0", () -> "was " + entryValidMillis);
    }

    /**
     * Returns the numbers of the specification: 4.2 (conviction), 4.4 (ranges, limits). The
     * commission is what retail brokers list for options in the United States.
     */
    public static DirectiveConfig standard() {
        return new DirectiveConfig(
                "directive-rules/3",
                3.0,
                30_000,
                300_000,
                1.5,
                1.0,
                500,
                2_000,
                10_000,
                0.65,
                60_000);
    }
}
