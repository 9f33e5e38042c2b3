package io.huihui.models.event;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.ArrayList;
import java.util.List;

/** Valid market events of every kind, for property tests here and in other modules. */
public final class EventArbitraries {

    private EventArbitraries() {}

    /** What every event has. */
    private record Identity(String symbol, long time, String source, long sequence) {}

    private record Market(double bid, double bidSize, double ask, double askSize) {}

    public static Arbitrary<MarketEvent> events() {
        return Arbitraries.oneOf(
                quotes().map(MarketEvent.class::cast),
                trades().map(MarketEvent.class::cast),
                depths().map(MarketEvent.class::cast),
                optionQuotes().map(MarketEvent.class::cast),
                optionTrades().map(MarketEvent.class::cast),
                chainSlices().map(MarketEvent.class::cast),
                underlyingSnapshots().map(MarketEvent.class::cast),
                bars().map(MarketEvent.class::cast));
    }

    public static Arbitrary<Quote> quotes() {
        return Combinators.combine(identities(), markets())
                .as(
                        (id, m) ->
                                new Quote(
                                        id.symbol,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        m.bid,
                                        m.bidSize,
                                        m.ask,
                                        m.askSize));
    }

    public static Arbitrary<Trade> trades() {
        return Combinators.combine(
                        identities(),
                        prices(),
                        prices(),
                        Arbitraries.of(Aggressor.values()),
                        Arbitraries.of("P", "D", "Q", ""),
                        Arbitraries.of(true, false),
                        Arbitraries.strings().ofMaxLength(12))
                .as(
                        (id, price, size, aggressor, exchange, off, conditions) ->
                                new Trade(
                                        id.symbol,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        price,
                                        size,
                                        aggressor,
                                        exchange,
                                        off,
                                        conditions));
    }

    public static Arbitrary<Depth> depths() {
        return Combinators.combine(
                        identities(),
                        prices(),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 10),
                        sizes())
                .as(
                        (id, mid, bids, asks, size) ->
                                new Depth(
                                        id.symbol,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        side(mid + bids + 1, -1, bids, size),
                                        side(mid + bids + 2, 1, asks, size)));
    }

    private static BookSide side(double best, int direction, int levels, double size) {
        double[] prices = new double[levels];
        double[] sizes = new double[levels];
        for (int level = 0; level < levels; level++) {
            prices[level] = best + direction * level;
            sizes[level] = size + level;
        }
        return BookSide.of(prices, sizes);
    }

    public static Arbitrary<OptionQuote> optionQuotes() {
        return Combinators.combine(identities(), contracts("SPX"), markets())
                .as(
                        (id, contract, m) ->
                                new OptionQuote(
                                        contract,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        m.bid,
                                        m.bidSize,
                                        m.ask,
                                        m.askSize));
    }

    public static Arbitrary<OptionTrade> optionTrades() {
        return Combinators.combine(
                        identities(),
                        contracts("SPX"),
                        prices(),
                        prices(),
                        Arbitraries.of(Aggressor.values()),
                        Arbitraries.of("C", "X"),
                        Arbitraries.of(true, false))
                .as(
                        (id, contract, price, size, aggressor, exchange, multiLeg) ->
                                new OptionTrade(
                                        contract,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        price,
                                        size,
                                        aggressor,
                                        exchange,
                                        multiLeg));
    }

    public static Arbitrary<ChainSlice> chainSlices() {
        return Combinators.combine(
                        identities(),
                        prices(),
                        Arbitraries.integers().between(0, 3),
                        rows("SPX").list().ofMaxSize(4))
                .as(
                        (id, price, index, rows) ->
                                new ChainSlice(
                                        "SPX",
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        price,
                                        index,
                                        4,
                                        rows));
    }

    private static Arbitrary<ContractRow> rows(String underlying) {
        Arbitrary<List<Double>> numbers =
                Arbitraries.doubles().between(0, 1).injectNull(0.3).list().ofSize(16);
        return Combinators.combine(contracts(underlying), numbers, prices())
                .as(
                        (contract, n, bid) -> {
                            List<Double> f = new ArrayList<>(n);
                            return new ContractRow(
                                    contract, f.get(0), bid, bid + 1, f.get(1), f.get(2), f.get(3),
                                    f.get(4), f.get(5), f.get(6), f.get(7), f.get(8), f.get(9),
                                    f.get(10), f.get(11), f.get(12), f.get(13), f.get(14),
                                    f.get(15), null, f.get(0));
                        });
    }

    public static Arbitrary<UnderlyingSnapshot> underlyingSnapshots() {
        return Combinators.combine(
                        identities(), prices(), prices().injectNull(0.3), sizes().injectNull(0.3))
                .as(
                        (id, price, open, volume) ->
                                new UnderlyingSnapshot(
                                        id.symbol,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        price,
                                        open,
                                        price + 1,
                                        price,
                                        open,
                                        volume,
                                        null,
                                        0.2));
    }

    public static Arbitrary<Bar> bars() {
        return Combinators.combine(identities(), prices(), sizes())
                .as(
                        (id, low, volume) ->
                                new Bar(
                                        id.symbol,
                                        id.time,
                                        id.source,
                                        id.sequence,
                                        60,
                                        low + 1,
                                        low + 2,
                                        low,
                                        low + 0.5,
                                        volume));
    }

    public static Arbitrary<OptionContract> contracts(String underlying) {
        return Combinators.combine(
                        Arbitraries.of(underlying, underlying + "W"),
                        times(),
                        prices(),
                        Arbitraries.of(OptionKind.values()))
                .as(
                        (root, expiry, strike, kind) ->
                                new OptionContract(underlying, root, expiry, strike, kind, 100));
    }

    private static Arbitrary<Identity> identities() {
        return Combinators.combine(
                        Arbitraries.of("SPY", "SPX", "BRK.B", "/ES", "ÅÄÖ"),
                        times(),
                        Arbitraries.of("simulator", "lobster"),
                        Arbitraries.longs().between(0, Long.MAX_VALUE))
                .as(Identity::new);
    }

    private static Arbitrary<Market> markets() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 10_000),
                        sizes(),
                        Arbitraries.doubles().between(0, 10),
                        sizes())
                .as(
                        (bid, bidSize, spread, askSize) ->
                                new Market(bid, bidSize, bid + spread, askSize));
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(86_400_000L, 4_102_444_800_000L);
    }

    private static Arbitrary<Double> prices() {
        return Arbitraries.doubles().between(0.01, 100_000);
    }

    private static Arbitrary<Double> sizes() {
        return Arbitraries.doubles().between(0, 1e9);
    }
}
