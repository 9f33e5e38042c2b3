package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.List;

/**
 * What the mid price is expected to do after the flow of the last minutes, and how far it may miss.
 *
 * @param minutes horizon
 * @param meanLogReturn expected log return
 * @param deviation standard deviation of the log return around it
 * @param contributions what the inputs added to the mean in log returns, largest first: at most the
 *     largest five, and none unless the flow came in a burst
 */
public record ImpactForecast(
        int minutes, double meanLogReturn, double deviation, List<Contribution> contributions) {

    public ImpactForecast {
        Require.that(minutes > 0, "minutes above 0", () -> "minutes=" + minutes);
        Require.finite("meanLogReturn", meanLogReturn);
        Require.notNegative("deviation", deviation);
        contributions = List.copyOf(contributions);
    }

    /** Returns the same forecast with its deviation times a factor above 0. */
    public ImpactForecast widened(double factor) {
        return new ImpactForecast(minutes, meanLogReturn, factor * deviation, contributions);
    }
}
