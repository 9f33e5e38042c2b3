package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.feature.ChainView;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.ImpliedVolatility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes the contracts out of an analysed chain that somebody could trade. */
final class TradableContracts {

    /** No strategy looks farther ahead. */
    private static final int MOST_DAYS = 45;

    /** Absolute deltas outside are lottery tickets, or the underlying itself. */
    private static final double LEAST_DELTA = 0.02;

    private static final double MOST_DELTA = 0.98;

    /** The liquid first; what remains of a tie is told apart by the contract. */
    private static final Comparator<ChainQuote> MOST_LIQUID =
            Comparator.comparingDouble(ChainQuote::liquidityScore)
                    .reversed()
                    .thenComparing((left, right) -> order(left, right));

    private TradableContracts() {}

    /** Returns the most liquid contracts with a volatility and two sides. */
    static ChainView of(ChainBook chain, double spot, Moment now) {
        List<ChainQuote> quotes = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            ChainQuote quote = quote(chain, i, now);
            if (quote != null) {
                quotes.add(quote);
            }
        }
        if (quotes.size() > ChainView.MOST_QUOTES) {
            quotes.sort(MOST_LIQUID);
            quotes = quotes.subList(0, ChainView.MOST_QUOTES);
        }
        quotes = new ArrayList<>(quotes);
        quotes.sort(TradableContracts::order);
        return new ChainView(now.endMillis(), spot, quotes);
    }

    private static ChainQuote quote(ChainBook chain, int number, Moment now) {
        ChainArrays arrays = chain.arrays();
        int expiry = arrays.expiryNumbers()[number];
        double bid = arrays.column(ChainColumn.BID)[number];
        double ask = arrays.column(ChainColumn.ASK)[number];
        double delta = arrays.column(ChainColumn.DELTA)[number];
        double size = Math.abs(delta);
        double openInterest = arrays.column(ChainColumn.OPEN_INTEREST)[number];
        double forward = arrays.forwards()[expiry];
        double discount = arrays.discountFactors()[expiry];
        boolean near =
                TradingCalendar.newYork()
                                .daysToExpiry(now.endMillis(), arrays.expiryTimesMillis()[expiry])
                        <= MOST_DAYS;
        boolean usable =
                arrays.status(number) == ImpliedVolatility.Status.OK
                        && near
                        && 0 < bid
                        && bid <= ask
                        && LEAST_DELTA <= size
                        && size <= MOST_DELTA
                        && forward > 0
                        && discount > 0
                        && openInterest >= 0;
        return usable
                ? new ChainQuote(
                        chain.contract(number),
                        bid,
                        ask,
                        arrays.column(ChainColumn.IMPLIED_VOL)[number],
                        delta,
                        openInterest,
                        chain.day(ContractTable.Day.VOLUME)[number],
                        forward,
                        discount)
                : null;
    }

    private static int order(ChainQuote left, ChainQuote right) {
        int byExpiry =
                Long.compare(
                        left.contract().expiryTimeMillis(), right.contract().expiryTimeMillis());
        int byStrike = Double.compare(left.contract().strike(), right.contract().strike());
        int byKind = left.contract().kind().compareTo(right.contract().kind());
        int byRoot = left.contract().root().compareTo(right.contract().root());
        return byExpiry != 0 ? byExpiry : byStrike != 0 ? byStrike : byKind != 0 ? byKind : byRoot;
    }
}
