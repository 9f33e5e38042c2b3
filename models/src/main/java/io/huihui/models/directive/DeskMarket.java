package io.huihui.models.directive;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.FeatureSnapshot;

/**
 * One second of one symbol as the desk needs it.
 *
 * @param chain null unless the chain was analysed in this second
 * @param support nearest key level below the price at which it tends to stop; NaN when none
 * @param resistance likewise above
 * @param strikes null unless the chain was analysed in this second
 */
public record DeskMarket(
        FeatureSnapshot snapshot,
        @OrNull ChainView chain,
        double support,
        double resistance,
        @OrNull StrikeReading strikes) {

    public DeskMarket {
        Require.present("snapshot", snapshot);
    }

    /** Returns a second without options and levels. */
    public static DeskMarket of(FeatureSnapshot snapshot) {
        return new DeskMarket(snapshot, null, Double.NaN, Double.NaN, null);
    }
}
