package io.huihui.connectors.gateway;

import io.huihui.connectors.provider.ChainRequest;
import io.huihui.connectors.provider.ConvexValueProvider;
import io.huihui.connectors.provider.TradierProvider;
import io.huihui.models.Require;
import io.huihui.models.breaker.BreakerRule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the gateway polls and whom it asks.
 *
 * @param symbols each once
 * @param pollMillis time from one round to the next; answers are shared for 30 s
 * @param mostDaysToExpiry expiries up to so many calendar days from today
 * @param strikeRange strikes within this part of the spot, 0 to 1
 * @param onlyWhileOpen whether polling rests outside of regular trading in New York
 * @param convexvalue the provider with signed flow
 * @param tradier the provider without
 * @param breaker when a provider that fails is left alone, and for how long
 */
public record GatewayConfig(
        List<WatchedSymbol> symbols,
        int pollMillis,
        int mostDaysToExpiry,
        double strikeRange,
        boolean onlyWhileOpen,
        ProviderSettings convexvalue,
        ProviderSettings tradier,
        BreakerRule breaker) {

    private static final List<String> USUAL_SYMBOLS =
            List.of(
                    "SPY", "SPX", "QQQ", "IWM", "VIX", "TSLA", "AMZN", "AAPL", "META", "MSFT",
                    "NVDA");

    private static final int FASTEST_POLL = 100;
    private static final int SLOWEST_POLL = 600_000;
    private static final int USUAL_POLL = 5_000;
    private static final int USUAL_DAYS = 5;
    private static final double USUAL_RANGE = 0.05;

    /** With a usual answer of the fallback, 150 ms a call, below the two seconds of a change. */
    private static final int PRIMARY_DEADLINE = 1_000;

    /** A call for each of up to ten expiries, one after the other. */
    private static final int FALLBACK_DEADLINE = 5_000;

    /** Two failures: whoever is asked meanwhile waits for each of them in vain. */
    private static final BreakerRule USUAL_BREAKER = new BreakerRule(2, 20, 0.5, 5_000, 10_000);

    public GatewayConfig {
        symbols = List.copyOf(symbols);
        Require.that(!symbols.isEmpty(), "at least one of symbols", "none");
        Set<String> seen = new HashSet<>();
        for (WatchedSymbol watched : symbols) {
            Require.that(
                    seen.add(watched.symbol()),
                    "each symbol once",
                    () -> watched.symbol() + " twice");
        }
        Require.within("pollMillis", pollMillis, FASTEST_POLL, SLOWEST_POLL);
        new ChainRequest(USUAL_SYMBOLS.get(0), mostDaysToExpiry, strikeRange);
        Require.present("convexvalue", convexvalue);
        Require.present("tradier", tradier);
        Require.present("breaker", breaker);
    }

    /** The symbols, cadence and range of the desk: every 5 s, 0 to 5 days, 5 % about the spot. */
    public static GatewayConfig defaults() {
        return new GatewayConfig(
                USUAL_SYMBOLS.stream()
                        .map(
                                symbol ->
                                        new WatchedSymbol(
                                                symbol,
                                                ProviderName.CONVEXVALUE,
                                                ProviderName.TRADIER))
                        .toList(),
                USUAL_POLL,
                USUAL_DAYS,
                USUAL_RANGE,
                true,
                new ProviderSettings(
                        ConvexValueProvider.ADDRESS.toString(),
                        ConvexValueProvider.CALLS_PER_MINUTE,
                        PRIMARY_DEADLINE),
                new ProviderSettings(
                        TradierProvider.ADDRESS.toString(),
                        TradierProvider.CALLS_PER_MINUTE,
                        FALLBACK_DEADLINE),
                USUAL_BREAKER);
    }

    /** Returns what is asked for a symbol. */
    ChainRequest request(WatchedSymbol watched) {
        return new ChainRequest(watched.symbol(), mostDaysToExpiry, strikeRange);
    }

    /** Returns the symbols for which this provider is asked, first or after another. */
    List<String> together(ProviderName provider) {
        return symbols.stream()
                .filter(watched -> watched.primary() == provider || watched.fallback() == provider)
                .map(WatchedSymbol::symbol)
                .toList();
    }

    /** Returns whether anybody is asked at this provider. */
    boolean asks(ProviderName provider) {
        return !together(provider).isEmpty();
    }
}
