package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

import java.util.List;

/**
 * What the flow expert knows beyond its theses.
 *
 * @param vapiFa robust z at 5 minutes; null when missing, as are the others
 * @param dwfd robust z at 5 minutes
 * @param twLaf robust z at 5 minutes
 * @param institutionalProbability 0..1; in the baseline a share of thresholds, not calibrated
 * @param dealerGammaPerPercent currency per 1 % move; above 0 = dealers long gamma
 * @param hedgingPressure currency dealers still have to buy by the close
 * @param squeezeProbability 0..1; null when no model says so
 * @param impact what this flow does to the price; null when no model says so
 * @param borrowed what it borrowed from other experts, missing or not; empty when it borrows
 *     nothing
 */
public record FlowDetail(
        Double vapiFa,
        Double dwfd,
        Double twLaf,
        FlowType type,
        FlowIntensity intensity,
        Double institutionalProbability,
        Double dealerGammaPerPercent,
        Double hedgingPressure,
        Double squeezeProbability,
        @OrNull PriceImpact impact,
        @OrNull List<BorrowedFeature> borrowed) {

    public FlowDetail {
        Require.finiteOrMissing("vapiFa", vapiFa);
        Require.finiteOrMissing("dwfd", dwfd);
        Require.finiteOrMissing("twLaf", twLaf);
        Require.present("type", type);
        Require.present("intensity", intensity);
        Require.withinOrMissing("institutionalProbability", institutionalProbability, 0, 1);
        Require.finiteOrMissing("dealerGammaPerPercent", dealerGammaPerPercent);
        Require.finiteOrMissing("hedgingPressure", hedgingPressure);
        Require.withinOrMissing("squeezeProbability", squeezeProbability, 0, 1);
        // A savepoint of before has none.
        borrowed = borrowed == null ? List.of() : List.copyOf(borrowed);
    }
}
