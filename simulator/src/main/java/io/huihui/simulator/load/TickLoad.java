package io.huihui.simulator.load;

import io.huihui.models.Require;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.simulator.SymbolProfile;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

/**
 * An endless seeded stream of quotes, trades, depth and option quotes at a stated rate of event
 * time, in event-time order. Prices walk by ticks. It plants no truth and knows no session: it is
 * there to find out how fast the pipeline is. Not thread-safe.
 */
public final class TickLoad {

    private static final String SOURCE = "tick-load";
    private static final int LEVELS = 10;
    private static final int CONTRACTS_PER_SYMBOL = 64;
    private static final int STRIKES_PER_EXPIRY = 8;
    private static final long WEEK_MILLIS = 7 * 86_400_000L;

    /** A price moves by one tick in one of so many events. */
    private static final int MOVES_ONE_IN = 4;

    /** Share of prints off exchange, in 256ths: 40 %. */
    private static final int OFF_EXCHANGE_256 = 102;

    private static final String[] VENUES = {"P", "Q", "N", "Z"};

    private final Draws draws;
    private final double[] mix;
    private final long startMillis;
    private final double millisPerEvent;
    private final String[] symbols;
    private final long[] bidCents;
    private final long[] sequences;
    private final OptionContract[][] contracts;
    private final double[][] optionMids;
    private long count;

    /**
     * @param symbols number of underlyings, named as in the simulation
     * @param eventsPerSecond events per second of event time, all symbols together
     */
    public TickLoad(long seed, int symbols, TickMix mix, long startMillis, double eventsPerSecond) {
        Require.that(symbols > 0, "symbols > 0", "symbols=" + symbols);
        Require.positive("eventsPerSecond", eventsPerSecond);
        this.draws = Draws.of(seed, Stream.TICK_LOAD, "", 0);
        this.mix = mix.cumulative();
        this.startMillis = startMillis;
        this.millisPerEvent = 1_000 / eventsPerSecond;
        this.symbols = new String[symbols];
        this.bidCents = new long[symbols];
        this.sequences = new long[symbols];
        this.contracts = new OptionContract[symbols][];
        this.optionMids = new double[symbols][CONTRACTS_PER_SYMBOL];
        for (int i = 0; i < symbols; i++) {
            SymbolProfile profile = SymbolProfile.of(i);
            this.symbols[i] = profile.symbol();
            bidCents[i] = Math.round(profile.startPrice() * 100);
            contracts[i] = contracts(profile, startMillis);
            for (int c = 0; c < CONTRACTS_PER_SYMBOL; c++) {
                optionMids[i][c] = draws.uniform(0.5, 10);
            }
        }
    }

    private static OptionContract[] contracts(SymbolProfile profile, long startMillis) {
        OptionContract[] listed = new OptionContract[CONTRACTS_PER_SYMBOL];
        for (int c = 0; c < listed.length; c++) {
            int pair = c / 2;
            int strike = pair % STRIKES_PER_EXPIRY;
            long expiry = startMillis + (1 + pair / STRIKES_PER_EXPIRY) * WEEK_MILLIS;
            listed[c] =
                    new OptionContract(
                            profile.symbol(),
                            profile.symbol(),
                            expiry,
                            Math.rint(profile.startPrice() * (0.96 + 0.01 * strike)),
                            c % 2 == 0 ? OptionKind.CALL : OptionKind.PUT,
                            100);
        }
        return listed;
    }

    /** Returns the next event. */
    public MarketEvent next() {
        int symbol = draws.below(symbols.length);
        long time = startMillis + (long) (count++ * millisPerEvent);
        long sequence = sequences[symbol]++;
        long bits = draws.nextLong();
        if ((bits & (MOVES_ONE_IN - 1)) == 0) {
            bidCents[symbol] = Math.max(100, bidCents[symbol] + ((bits & 8) == 0 ? 1 : -1));
        }
        return switch (draws.pick(mix)) {
            case 0 -> quote(symbol, time, sequence, bits);
            case 1 -> trade(symbol, time, sequence, bits);
            case 2 -> depth(symbol, time, sequence, bits);
            default -> optionQuote(symbol, time, sequence, bits);
        };
    }

    /** Events made so far. */
    public long count() {
        return count;
    }

    private Quote quote(int symbol, long time, long sequence, long bits) {
        return new Quote(
                symbols[symbol],
                time,
                SOURCE,
                sequence,
                bidCents[symbol] / 100.0,
                lots(bits >>> 8),
                (bidCents[symbol] + 1) / 100.0,
                lots(bits >>> 16));
    }

    private Trade trade(int symbol, long time, long sequence, long bits) {
        boolean buyer = (bits & 16) == 0;
        boolean offExchange = ((bits >>> 24) & 255) < OFF_EXCHANGE_256;
        return new Trade(
                symbols[symbol],
                time,
                SOURCE,
                sequence,
                (bidCents[symbol] + (buyer ? 1 : 0)) / 100.0,
                lots(bits >>> 8),
                offExchange ? Aggressor.UNKNOWN : buyer ? Aggressor.BUY : Aggressor.SELL,
                offExchange ? "D" : VENUES[(int) ((bits >>> 32) & 3)],
                offExchange,
                "");
    }

    private Depth depth(int symbol, long time, long sequence, long bits) {
        double[] bidPrices = new double[LEVELS];
        double[] askPrices = new double[LEVELS];
        double[] bidSizes = new double[LEVELS];
        double[] askSizes = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            bidPrices[level] = (bidCents[symbol] - level) / 100.0;
            askPrices[level] = (bidCents[symbol] + 1 + level) / 100.0;
            bidSizes[level] = lots(bits >>> (2 * level));
            askSizes[level] = lots(bits >>> (2 * level + 20));
        }
        return new Depth(
                symbols[symbol],
                time,
                SOURCE,
                sequence,
                BookSide.owning(bidPrices, bidSizes),
                BookSide.owning(askPrices, askSizes));
    }

    private OptionQuote optionQuote(int symbol, long time, long sequence, long bits) {
        int contract = (int) ((bits >>> 40) & (CONTRACTS_PER_SYMBOL - 1));
        double mid = optionMids[symbol][contract] * (1 + 0.01 * (((bits >>> 48) & 15) - 7.5) / 7.5);
        long bid = (long) (mid * 100);
        return new OptionQuote(
                contracts[symbol][contract],
                time,
                SOURCE,
                sequence,
                bid / 100.0,
                1 + ((bits >>> 8) & 31),
                (bid + 2) / 100.0,
                1 + ((bits >>> 16) & 31));
    }

    private static double lots(long bits) {
        return 100 * (1 + (bits & 15));
    }
}
