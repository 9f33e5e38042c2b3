package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.feature.ChainView;
import io.huihui.models.quant.BlackScholes;

import java.util.ArrayList;
import java.util.List;

/** Option chains for tests: one volatility, no carry, 29 strikes of four expiries. */
public final class Chains {

    public static final double VOLATILITY = 0.15;

    /** Costs next to nothing. */
    public static final double TIGHT = 0.001;

    /** Days after the Tuesday of {@link Snapshots#TEN_O_CLOCK}: today and three Fridays. */
    private static final int[] DAYS = {0, 3, 10, 17};

    private Chains() {}

    /** The chain of SPY so many seconds after ten o'clock, listed around 450. */
    public static ChainView at(int second, double spot) {
        return at(second, spot, VOLATILITY, TIGHT);
    }

    /** The same at a volatility, with spreads of this share of the mid. */
    public static ChainView at(int second, double spot, double volatility, double spread) {
        long now = Snapshots.TEN_O_CLOCK + second * 1000L;
        List<ChainQuote> quotes = new ArrayList<>();
        for (int days : DAYS) {
            for (int k = -14; k <= 14; k++) {
                for (OptionKind kind : OptionKind.values()) {
                    add(quotes, now, spot, volatility, spread, days, 450 + 2.25 * k, kind);
                }
            }
        }
        return new ChainView(now, spot, quotes);
    }

    private static void add(
            List<ChainQuote> quotes,
            long now,
            double spot,
            double volatility,
            double spread,
            int days,
            double strike,
            OptionKind kind) {
        TradingCalendar calendar = TradingCalendar.newYork();
        long expiry = calendar.closeMillis(calendar.date(Snapshots.TEN_O_CLOCK) + days);
        double years = TradingCalendar.yearsToExpiry(now, expiry);
        boolean call = kind == OptionKind.CALL;
        double mid = BlackScholes.price(spot, strike, years, 0, 0, volatility, call);
        double delta = BlackScholes.delta(spot, strike, years, 0, 0, volatility, call);
        if (mid > 0.01) {
            double open = 20_000 * Math.exp(-20 * Math.abs(Math.log(strike / spot)));
            quotes.add(
                    new ChainQuote(
                            new OptionContract("SPY", "SPY", expiry, strike, kind, 100),
                            mid * (1 - spread / 2),
                            mid * (1 + spread / 2),
                            volatility,
                            delta,
                            open,
                            open / 4,
                            spot,
                            1));
        }
    }

    /**
     * The chain with calls and puts swapped: strikes are mirrored in the price, prices by put-call
     * symmetry, sizes and absolute deltas go along.
     */
    public static ChainView mirror(ChainView chain) {
        List<ChainQuote> quotes = new ArrayList<>();
        for (ChainQuote quote : chain.quotes()) {
            OptionContract contract = quote.contract();
            boolean call = contract.kind() == OptionKind.CALL;
            double scale = chain.spot() / contract.strike();
            quotes.add(
                    new ChainQuote(
                            new OptionContract(
                                    contract.underlying(),
                                    contract.root(),
                                    contract.expiryTimeMillis(),
                                    chain.spot() * chain.spot() / contract.strike(),
                                    call ? OptionKind.PUT : OptionKind.CALL,
                                    contract.multiplier()),
                            quote.bid() * scale,
                            quote.ask() * scale,
                            quote.impliedVolAnnual(),
                            -quote.delta(),
                            quote.openInterest(),
                            quote.dayVolume(),
                            quote.forward(),
                            quote.discountFactor()));
        }
        quotes.sort(
                java.util.Comparator.comparingLong(
                                (ChainQuote quote) -> quote.contract().expiryTimeMillis())
                        .thenComparingDouble(quote -> quote.contract().strike())
                        .thenComparing(quote -> quote.contract().kind()));
        return new ChainView(chain.asOfMillis(), chain.spot(), quotes);
    }
}
