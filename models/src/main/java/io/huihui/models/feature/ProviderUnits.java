package io.huihui.models.feature;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

import java.util.List;

/**
 * What the first chain of a provider told about the units of its greeks.
 *
 * @param provider source of the chain
 * @param fits one per greek that enough contracts carry
 * @param refusal why the provider's chains of this symbol are refused for the day; null when they
 *     are accepted
 */
public record ProviderUnits(
        SnapshotId id, String provider, List<GreekFit> fits, @OrNull String refusal) {

    public ProviderUnits {
        Require.present("id", id);
        Require.text("provider", provider);
        fits = List.copyOf(fits);
    }
}
