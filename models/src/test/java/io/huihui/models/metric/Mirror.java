package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;

/** Turns a market upside down around 100: prices p to 100²/p, bids to asks, calls to puts. */
final class Mirror {

    private static final double SQUARE = 100.0 * 100.0;

    private Mirror() {}

    static MarketEvent of(MarketEvent event) {
        if (event instanceof Quote q) {
            return new Quote(
                    q.symbol(),
                    q.eventTimeMillis(),
                    q.source(),
                    q.sequence(),
                    SQUARE / q.ask(),
                    /* bidSize= */ q.askSize(),
                    SQUARE / q.bid(),
                    /* askSize= */ q.bidSize());
        }
        if (event instanceof Trade t) {
            return new Trade(
                    t.symbol(),
                    t.eventTimeMillis(),
                    t.source(),
                    t.sequence(),
                    SQUARE / t.price(),
                    t.size(),
                    opposite(t.aggressor()),
                    t.exchange(),
                    t.offExchange(),
                    t.conditions());
        }
        OptionTrade o = (OptionTrade) event;
        OptionContract c = o.contract();
        return new OptionTrade(
                new OptionContract(
                        c.underlying(),
                        c.root(),
                        c.expiryTimeMillis(),
                        SQUARE / c.strike(),
                        c.kind().opposite(),
                        c.multiplier()),
                o.eventTimeMillis(),
                o.source(),
                o.sequence(),
                o.price(),
                o.size(),
                o.aggressor(),
                o.exchange(),
                o.multiLeg());
    }

    private static Aggressor opposite(Aggressor side) {
        return switch (side) {
            case BUY -> Aggressor.SELL;
            case SELL -> Aggressor.BUY;
            case UNKNOWN -> Aggressor.UNKNOWN;
        };
    }
}
