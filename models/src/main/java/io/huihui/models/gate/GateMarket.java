package io.huihui.models.gate;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.PricePoint;

/**
 * What the gate itself looks at in a snapshot, apart from what the experts make of it.
 *
 * @param price null when the snapshot has none
 * @param volatilityAnnual realised volatility of the last 30 minutes, 1.00 = 100 %; null when
 *     missing
 * @param volatilityPercentile share of daily closes of implied volatility below the present one,
 *     0..1; null when missing
 * @param termSlope 7-day over 30-day implied volatility - 1; null when missing
 * @param zeroDteShare share of the day's option volume that expires today, 0..1; null when missing
 */
public record GateMarket(
        SnapshotId snapshot,
        @OrNull PricePoint price,
        Double volatilityAnnual,
        Double volatilityPercentile,
        Double termSlope,
        Double zeroDteShare) {

    public GateMarket {
        Require.present("snapshot", snapshot);
        Require.notNegativeOrMissing("volatilityAnnual", volatilityAnnual);
        Require.withinOrMissing("volatilityPercentile", volatilityPercentile, 0, 1);
        Require.finiteOrMissing("termSlope", termSlope);
        Require.withinOrMissing("zeroDteShare", zeroDteShare, 0, 1);
    }

    public static GateMarket of(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        return new GateMarket(
                snapshot.id(),
                PricePoint.of(snapshot),
                features.get(Feature.REALIZED_VOL_30M),
                features.get(Feature.IV_PERCENTILE_252D),
                features.get(Feature.TERM_SLOPE),
                features.get(Feature.ZERO_DTE_VOLUME_SHARE));
    }
}
