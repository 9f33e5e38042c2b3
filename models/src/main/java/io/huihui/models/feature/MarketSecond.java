package io.huihui.models.feature;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * All that one second of one symbol gave to those who decide: they need it at one time, so it
 * travels as one.
 *
 * @param strikes null unless the chain was analysed in this second
 * @param chain null unless the chain was analysed in this second
 */
public record MarketSecond(
        FeatureSnapshot snapshot, @OrNull StrikeProfile strikes, @OrNull ChainView chain) {

    public MarketSecond {
        Require.present("snapshot", snapshot);
    }
}
