package io.huihui.models.expert.flow;

import io.huihui.models.Require;

/**
 * What the mid price is expected to do, and how far it may miss.
 *
 * @param minutes horizon
 * @param meanLogReturn expected log return
 * @param deviation standard deviation of the log return around it
 */
public record ImpactForecast(int minutes, double meanLogReturn, double deviation) {

    public ImpactForecast {
        Require.that(minutes > 0, "minutes above 0", "minutes=" + minutes);
        Require.finite("meanLogReturn", meanLogReturn);
        Require.notNegative("deviation", deviation);
    }
}
