package io.huihui.simulator.option;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.OptionQuote;
import io.huihui.simulator.Clock;
import io.huihui.simulator.Feed;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.price.Seasonality;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.TruthSink;

import java.util.List;

/** Options of one symbol and session. */
public final class OptionMarket {

    /** Spreads are this much wider in stress. */
    private static final double STRESS_WIDENESS = 2;

    /** Truth about dealers is written this often. */
    private static final long TRUTH_MILLIS = Clock.MINUTE_MILLIS;

    /** Preference: standard deviations of the expiry's move within which customers trade. */
    private static final double PREFERRED_DEVIATIONS = 1.5;

    /** A usual volatility and half a day, for the width of that preference. */
    private static final double USUAL_VOL = 0.2;

    private static final double HALF_DAY_YEARS = 0.5 / 365;

    /** Every contract trades now and then. */
    private static final double LEAST_PREFERENCE = 0.03;

    private final LatentMarket market;
    private final SimulationConfig config;
    private final Feed feed;
    private final TruthSink truth;
    private final OptionBoard board;
    private final VolSurface surface;
    private final Pricer pricer;
    private final Dealers dealers;
    private final Customers customers;
    private final ChainSnapshots chains;
    private final double[] preference;
    private final Draws quoteDraws;
    private double lastPrice;

    public OptionMarket(
            LatentMarket market,
            SimulationConfig config,
            double sharesPerSession,
            long day,
            Feed feed,
            TruthSink truth) {
        this.market = market;
        this.config = config;
        this.feed = feed;
        this.truth = truth;
        String symbol = market.symbol();
        long seed = config.seed();
        lastPrice = market.price();
        board = new OptionBoard(symbol, lastPrice, day, config.options());
        OpenInterest.plant(board, lastPrice, Draws.of(seed, Stream.OPTION_BOARD, symbol, day));
        surface =
                new VolSurface(
                        board, market.chain().state(), Draws.of(seed, Stream.SURFACE, symbol, day));
        pricer = new Pricer(board, surface);
        surface.refresh(market.openMillis());
        pricer.at(lastPrice);
        dealers = new Dealers(board, pricer, sharesPerSession, config.plants().dealersHedge());
        dealers.open(lastPrice, surface.level());
        preference = preference(lastPrice);
        customers =
                new Customers(
                        market,
                        board,
                        pricer,
                        dealers,
                        feed,
                        config.rates().optionTradesPerSecond(),
                        preference,
                        Draws.of(seed, Stream.OPTION_FLOW, symbol, day));
        chains =
                new ChainSnapshots(
                        board,
                        pricer,
                        feed,
                        config.dirt().missingFieldShare(),
                        Draws.of(seed, Stream.CHAIN_ROWS, symbol, day));
        quoteDraws = Draws.of(seed, Stream.OPTION_QUOTES, symbol, day);
    }

    /** Starts a second: moves the surface and lets dealers hedge. */
    public void tick(long nowMillis) {
        double price = market.price();
        double season = Seasonality.volatility(market.elapsed());
        surface.tick(nowMillis, market.chain(), Math.log(price / lastPrice), season);
        pricer.at(price);
        lastPrice = price;
        long sinceOpen = nowMillis - market.openMillis();
        if (sinceOpen % (Dealers.REVALUE_SECONDS * 1_000L) == 0) {
            dealers.revalue();
        }
        market.path().nudge(dealers.hedge(price, surface.level(), Clock.TICK_MILLIS));
        customers.tick(wideness());
        if (sinceOpen % TRUTH_MILLIS == 0) {
            truth.truth(dealers.truth(market.symbol(), nowMillis));
        }
    }

    /** Trades and quotes within one step of 100 ms. */
    public void step(long nowMillis) {
        pricer.at(market.price());
        customers.step(nowMillis);
        int quotes =
                quoteDraws.poisson(config.rates().optionQuotesPerSecond() / Clock.STEPS_PER_TICK);
        for (int i = 0; i < quotes; i++) {
            quote(quoteDraws.pick(preference));
        }
    }

    /** Sends the whole chain and returns its slices. */
    public List<ChainSlice> sendChain(long nowMillis, double underlyingPrice) {
        return chains.send(market.symbol(), nowMillis, underlyingPrice, wideness());
    }

    /** Implied volatility at the shortest end, 1.00 = 100 %. */
    public double impliedVolAnnual() {
        return surface.level();
    }

    private void quote(int index) {
        double fair = pricer.price(index);
        feed.event(
                new OptionQuote(
                        board.contract(index),
                        feed.nextTimeMillis(),
                        Feed.SOURCE,
                        feed.nextSequence(),
                        Spread.bid(fair, pricer.spot(), wideness()),
                        QuoteSizes.draw(quoteDraws),
                        Spread.ask(fair, pricer.spot(), wideness()),
                        QuoteSizes.draw(quoteDraws)));
    }

    private double wideness() {
        return market.chain().state() == MarketState.STRESS ? STRESS_WIDENESS : 1;
    }

    /** Returns cumulative weights: near the money and near in time trades most. */
    private double[] preference(double spot) {
        double[] sums = new double[board.size()];
        double sum = 0;
        for (int index = 0; index < sums.length; index++) {
            double years = surface.years(board.expiry(index)) + HALF_DAY_YEARS;
            double width = PREFERRED_DEVIATIONS * USUAL_VOL * Math.sqrt(years);
            double x = (board.strike(index) / spot - 1) / width;
            double nearInTime = 1 / (1 + 10 * Math.sqrt(years));
            sum += nearInTime * (LEAST_PREFERENCE + Math.exp(-x * x / 2));
            sums[index] = sum;
        }
        return sums;
    }
}
