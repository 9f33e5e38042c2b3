package io.huihui.models.directive;

import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.outcome.PricePoint;

/**
 * What the answer to a question is measured in, at one snapshot.
 *
 * @param level log of the mid, or implied volatility; NaN when missing
 * @param band half-width of the change that decides nothing; NaN when it is not known
 */
record Measured(double level, double band) {

    private static final Measured UNKNOWN = new Measured(Double.NaN, Double.NaN);

    static Measured of(ThesisQuestion question, FeatureSnapshot snapshot) {
        return switch (question) {
            case DIRECTION -> {
                PricePoint price = PricePoint.of(snapshot);
                yield price == null
                        ? UNKNOWN
                        : new Measured(
                                Math.log(price.mid()),
                                Thesis.FLAT_BAND_SIGMAS * price.sigma(question.horizon()));
            }
            case VOLATILITY ->
                    new Measured(
                            snapshot.features().orNaN(Feature.ATM_IV_30D),
                            Thesis.FLAT_BAND_SIGMAS
                                    * VolatilityMove.changeOfHour(snapshot.features()));
        };
    }

    boolean isKnown() {
        return !Double.isNaN(level) && band > 0;
    }
}
