package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

/**
 * What sub-states are told by of one second; NaN where a feed says nothing.
 *
 * @param volatilityAnnual of the second's price, 1.00 = 100 % a year
 * @param trades prints of the second
 * @param repeated prints on the side of the one before
 * @param spread currency
 * @param depth shares resting in the book
 * @param sessionElapsed share of the session that has passed, 0..1
 */
public record MicroSecond(
        String symbol,
        long secondEndMillis,
        double volatilityAnnual,
        double trades,
        double repeated,
        double spread,
        double depth,
        double sessionElapsed) {

    public MicroSecond {
        Require.text("symbol", symbol);
    }

    /** Returns what a snapshot says. */
    public static MicroSecond of(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        return new MicroSecond(
                snapshot.id().symbol(),
                snapshot.id().secondEndMillis(),
                features.orNaN(Feature.REALIZED_VOL_1S),
                features.orNaN(Feature.TRADE_COUNT_1S),
                features.orNaN(Feature.REPEATED_SIDE_COUNT_1S),
                features.orNaN(Feature.RELATIVE_SPREAD) * features.orNaN(Feature.MID),
                features.orNaN(Feature.BOOK_DEPTH),
                features.orNaN(Feature.SESSION_ELAPSED));
    }
}
