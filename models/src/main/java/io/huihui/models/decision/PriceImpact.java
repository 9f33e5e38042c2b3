package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.List;

/**
 * What the flow of the last minutes does to the mid price.
 *
 * @param forecasts one per horizon, shortest first
 */
public record PriceImpact(List<ImpactForecast> forecasts) {

    public PriceImpact {
        forecasts = List.copyOf(forecasts);
        for (int i = 1; i < forecasts.size(); i++) {
            int before = forecasts.get(i - 1).minutes();
            int next = forecasts.get(i).minutes();
            Require.that(before < next, "forecasts, shortest first", () -> before + ", " + next);
        }
    }
}
