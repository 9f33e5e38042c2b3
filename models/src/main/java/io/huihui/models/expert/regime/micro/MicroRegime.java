package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.feature.SnapshotId;

/**
 * The sub-state of its condition that a market is in, as of a window of ten seconds.
 *
 * @param snapshot the last second of the window
 * @param condition the one held at its end
 * @param subState number of the sub-state: the same number is the same one from fit to fit, for
 *     this symbol; null while all windows are alike, so that there are none, and for a window that
 *     is like no sub-state known
 * @param probability of the likeliest sub-state given all windows so far; 1 while there are none
 * @param distance of the window from the centre of that one, in deviations; null when part of the
 *     window is missing
 * @param profile what that one is like
 * @param subStates how many there are; 1 = none to tell apart
 * @param ageMillis event time since the last sub-state was entered
 * @param fittedMillis event time of the last window that the fit saw
 * @param fittedWindows how many windows the fit saw
 */
public record MicroRegime(
        SnapshotId snapshot,
        MarketCondition condition,
        Integer subState,
        double probability,
        Double distance,
        MicroProfile profile,
        int subStates,
        long ageMillis,
        long fittedMillis,
        int fittedWindows) {

    public MicroRegime {
        Require.present("snapshot", snapshot);
        Require.present("condition", condition);
        Require.within("probability", probability, 0, 1);
        Require.notNegativeOrMissing("distance", distance);
        Require.present("profile", profile);
        Require.that(
                subStates > 0 && (subState == null || subStates > 1),
                "a sub-state where there is more than one",
                () -> subState + " of " + subStates);
        Require.notNegative("ageMillis", ageMillis);
        Require.that(
                fittedMillis <= snapshot.secondEndMillis(),
                "a fit to windows that have been",
                () -> fittedMillis + " at " + snapshot.secondEndMillis());
        Require.that(
                fittedWindows > 0, "fittedWindows > 0", () -> "fittedWindows=" + fittedWindows);
    }
}
