package io.huihui.models.directive;

import io.huihui.models.decision.Leg;
import io.huihui.models.decision.LegSide;
import io.huihui.models.decision.LegTerms;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.feature.ChainView;

import java.util.List;

/**
 * What one unit of a position is worth, net of all legs, currency per share.
 *
 * @param enter at the far sides, as one who enters
 * @param mid at the mids
 * @param close at the far sides, as one who closes
 * @param modelled whether a leg was repriced because the chain no longer shows it
 */
record PositionMarks(double enter, double mid, double close, boolean modelled) {

    /**
     * Returns the marks; null when a leg is neither quoted nor can be repriced.
     *
     * @param chain newest of the symbol; null when there is none; one that is too old quotes
     *     nothing
     * @param price mid of the underlying; NaN when missing
     */
    static PositionMarks of(List<Leg> legs, ChainView chain, double price, long millis) {
        double middle = 0;
        double half = 0;
        boolean modelled = false;
        boolean fresh = TradePlanner.isFresh(chain, millis);
        for (Leg leg : legs) {
            int sign = leg.side() == LegSide.LONG ? 1 : -1;
            ChainQuote quote = fresh ? chain.of(leg.contract()) : null;
            if (quote != null) {
                middle += sign * leg.quantity() * quote.mid();
                half += leg.quantity() * 0.5 * (quote.ask() - quote.bid());
            } else if (price > 0) {
                LegTerms terms = leg.terms();
                double worth =
                        Repricing.withoutCarry(leg.contract(), terms.impliedVolAnnual())
                                .at(price, millis, 0);
                middle += sign * leg.quantity() * worth;
                half += leg.quantity() * 0.5 * (terms.ask() - terms.bid());
                modelled = true;
            } else {
                return null;
            }
        }
        return new PositionMarks(middle + half, middle, middle - half, modelled);
    }
}
