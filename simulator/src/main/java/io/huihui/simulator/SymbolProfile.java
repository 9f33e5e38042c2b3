package io.huihui.simulator;

import io.huihui.models.Require;

import java.util.List;
import java.util.Locale;

/**
 * What distinguishes one underlying from another. The figures are rounded public orders of
 * magnitude; volatility by state is the same for all, as domain.md section 9 has it.
 *
 * @param startPrice price before the first session, currency per share
 * @param marketCorrelation correlation with the market factor, 0..1
 * @param meanTradeShares mean size of a print, shares
 * @param typicalQueueShares mean size resting at the best price, shares
 * @param spreadTicks usual spread in ticks of one cent
 */
public record SymbolProfile(
        String symbol,
        double startPrice,
        double marketCorrelation,
        double meanTradeShares,
        double typicalQueueShares,
        int spreadTicks) {

    private static final List<SymbolProfile> NAMED =
            List.of(
                    new SymbolProfile("SPY", 600, 0.90, 200, 1_200, 1),
                    new SymbolProfile("QQQ", 520, 0.85, 180, 900, 1),
                    new SymbolProfile("IWM", 220, 0.75, 220, 1_500, 1),
                    new SymbolProfile("AAPL", 230, 0.65, 120, 600, 1),
                    new SymbolProfile("MSFT", 430, 0.65, 100, 400, 2),
                    new SymbolProfile("NVDA", 140, 0.60, 150, 1_000, 1),
                    new SymbolProfile("AMZN", 210, 0.60, 120, 600, 1),
                    new SymbolProfile("META", 590, 0.55, 80, 300, 4),
                    new SymbolProfile("TSLA", 330, 0.50, 120, 500, 3),
                    new SymbolProfile("GOOGL", 175, 0.60, 120, 700, 1),
                    new SymbolProfile("LLY", 780, 0.35, 60, 150, 10),
                    new SymbolProfile("PLTR", 65, 0.45, 180, 1_500, 1));

    public SymbolProfile {
        Require.text("symbol", symbol);
        Require.positive("startPrice", startPrice);
        Require.within("marketCorrelation", marketCorrelation, 0, 0.99);
        Require.positive("meanTradeShares", meanTradeShares);
        Require.positive("typicalQueueShares", typicalQueueShares);
        Require.that(spreadTicks > 0, "spreadTicks > 0", "spreadTicks=" + spreadTicks);
    }

    /** Returns the profile of the n-th underlying; beyond the known tickers {@code SIM012} etc. */
    public static SymbolProfile of(int index) {
        if (index < NAMED.size()) {
            return NAMED.get(index);
        }
        // Prices 40 to 490, so that strikes and spreads differ from symbol to symbol.
        double price = 40 + 37 * (index % 13);
        return new SymbolProfile(
                String.format(Locale.ROOT, "SIM%03d", index), price, 0.5, 120, 600, 1);
    }

    /** Shares per session that the configured rates amount to. */
    public double sharesPerSession(Rates rates) {
        return rates.tradesPerSecond() * Clock.SECONDS_PER_SESSION * meanTradeShares;
    }
}
