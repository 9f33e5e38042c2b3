package io.huihui.models.directive;

import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

/**
 * What an open trade sees of one second.
 *
 * @param chain newest of the symbol; null when there is none
 * @param judged null when nobody answered
 */
record LifeMoment(
        DeskMarket market,
        Verdict verdict,
        ChainView chain,
        Judged judged,
        DirectiveConfig config) {

    long millis() {
        return verdict.snapshot().secondEndMillis();
    }

    FeatureVector features() {
        return market.snapshot().features();
    }

    /** Returns the mid of the underlying; NaN when missing. */
    double mid() {
        return features().orNaN(Feature.MID);
    }
}
