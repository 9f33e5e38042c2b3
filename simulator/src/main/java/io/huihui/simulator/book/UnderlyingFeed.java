package io.huihui.simulator.book;

import io.huihui.models.event.Depth;
import io.huihui.models.event.Quote;
import io.huihui.models.event.UnderlyingSnapshot;
import io.huihui.simulator.Clock;
import io.huihui.simulator.Feed;
import io.huihui.simulator.Plants;
import io.huihui.simulator.Rates;
import io.huihui.simulator.SymbolProfile;
import io.huihui.simulator.chain.MicroState;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.price.Seasonality;
import io.huihui.simulator.price.Window;
import io.huihui.simulator.price.Windows;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.SpoofEpisode;
import io.huihui.simulator.truth.TruthSink;

/** Quotes, depth and prints of one symbol and session, around the efficient price. */
public final class UnderlyingFeed {

    private static final long SHORTEST_SPOOF = 20_000;
    private static final long LONGEST_SPOOF = 120_000;

    /** A spoof layer shows 3 to 6 usual queues per level. */
    private static final double SMALLEST_SPOOF = 3;

    private static final double SPOOF_SPREAD = 3;

    private static final long SHORTEST_BURST = 10_000;
    private static final long LONGEST_BURST = 60_000;

    /** Prints of an aggressive order are this many usual ones. */
    private static final double BURST_PRINT_SIZE = 4;

    /** An aggressive order thins the book and widens the spread while it works. */
    private static final double BURST_DEPTH = 0.5;

    /** Informed drift shows in who waits in the book and who crosses: a little, not plainly. */
    private static final double INFORMED_TILT = 0.35;

    private static final double INFORMED_PRESSURE = 0.12;

    /** In a trend, prints lean to its side. */
    private static final double TREND_PRESSURE = 0.06;

    private final LatentMarket market;
    private final SymbolProfile profile;
    private final Rates rates;
    private final Feed feed;
    private final TruthSink truth;
    private final Draws draws;
    private final Book book;
    private final Prints prints;
    private final Windows spoofs;
    private final Windows bursts;
    private final double sharesPerSession;
    private Window spoof;
    private ToxicOrder burst;
    private Window burstWindow;
    private double tradeMean;
    private double depthFactor;
    private int spreadTicks;
    private double pressure;
    private final double previousClose;
    private final double dayOpen;
    private double dayHigh;
    private double dayLow;

    public UnderlyingFeed(
            LatentMarket market,
            SymbolProfile profile,
            Rates rates,
            Plants plants,
            double previousClose,
            long seed,
            long day,
            Feed feed,
            TruthSink truth) {
        this.market = market;
        this.previousClose = previousClose;
        this.profile = profile;
        this.rates = rates;
        this.feed = feed;
        this.truth = truth;
        draws = Draws.of(seed, Stream.BOOK, profile.symbol(), day);
        book =
                new Book(
                        market.price(),
                        profile.spreadTicks(),
                        profile.typicalQueueShares(),
                        rates.depthLevels(),
                        draws.split());
        prints =
                new Prints(
                        profile.symbol(),
                        profile.meanTradeShares(),
                        Draws.of(seed, Stream.PRINTS, profile.symbol(), day));
        sharesPerSession = profile.sharesPerSession(rates);
        dayOpen = mid();
        dayHigh = dayOpen;
        dayLow = dayOpen;
        spoofs = plan(draws.split(), plants.spoofs(), SHORTEST_SPOOF, LONGEST_SPOOF);
        bursts = plan(draws.split(), plants.toxicBursts(), SHORTEST_BURST, LONGEST_BURST);
    }

    private Windows plan(Draws plans, double meanCount, long shortest, long longest) {
        return Windows.plan(
                plans, meanCount, shortest, longest, market.openMillis(), market.closeMillis());
    }

    /** Starts a second: episodes begin and end, rates follow the clock and the state. */
    public void tick(long nowMillis) {
        startSpoof(spoofs.starting(nowMillis));
        if (spoof != null && nowMillis >= spoof.endMillis()) {
            spoof = null;
            book.spoof(0, 0);
        }
        endBurst(nowMillis);
        startBurst(bursts.starting(nowMillis));
        MicroState micro = market.micro().state();
        double activity =
                Seasonality.activity(market.elapsed())
                        * market.chain().state().activity()
                        * micro.tradeFactor();
        tradeMean = rates.tradesPerSecond() * activity / Clock.STEPS_PER_TICK;
        depthFactor = micro.depthFactor() * (burst == null ? 1 : BURST_DEPTH);
        spreadTicks = profile.spreadTicks() + micro.extraSpreadTicks() + (burst == null ? 0 : 1);
        pressure = pressure();
        // A shock of this very second already stands in the quotes that a chain snapshot sees.
        book.follow(market.price(), spreadTicks, depthFactor);
    }

    /** Best bid and offer's middle, currency per share. */
    public double mid() {
        return 0.5 * (book.bid() + book.ask());
    }

    /** Sends the underlying's own row as a provider's aggregate shows it. */
    public void snapshot(long nowMillis, double impliedVolAnnual) {
        feed.event(
                new UnderlyingSnapshot(
                        profile.symbol(),
                        nowMillis,
                        Feed.SOURCE,
                        feed.nextSequence(),
                        mid(),
                        dayOpen,
                        dayHigh,
                        dayLow,
                        previousClose,
                        prints.dayShares(),
                        prints.vwap(),
                        impliedVolAnnual));
    }

    private double pressure() {
        double sum = 0;
        if (market.informed() != null) {
            sum += INFORMED_PRESSURE * market.informed().direction();
        }
        if (market.chain().state().trending()) {
            sum += TREND_PRESSURE * market.chain().direction();
        }
        return sum;
    }

    /** Sends what happens in one step of 100 ms. */
    public void step(long nowMillis) {
        if (burst != null) {
            market.path().push(burst.impactUntil(nowMillis + Clock.STEP_MILLIS));
        }
        book.follow(market.price(), spreadTicks, depthFactor);
        dayHigh = Math.max(dayHigh, mid());
        dayLow = Math.min(dayLow, mid());
        double tilt = market.informed() == null ? 0 : INFORMED_TILT * market.informed().direction();
        int orders = draws.poisson(rates.bookEventsPerSecond() / Clock.STEPS_PER_TICK);
        for (int i = 0; i < orders; i++) {
            book.order(depthFactor, tilt);
        }
        quote();
        print();
        if (rates.depthIntervalMillis() > 0 && nowMillis % rates.depthIntervalMillis() == 0) {
            depth();
        }
    }

    private void print() {
        double persistence = market.micro().state().signPersistence();
        int count = draws.poisson(tradeMean);
        for (int i = 0; i < count; i++) {
            prints.print(book, feed, persistence, pressure, market.accumulation());
            quote();
        }
        if (burst != null) {
            double size = BURST_PRINT_SIZE * profile.meanTradeShares();
            int pieces = draws.poisson(burst.sharesPerSecond() / size / Clock.STEPS_PER_TICK);
            for (int i = 0; i < pieces; i++) {
                prints.lit(book, feed, burst.direction(), Math.rint(size));
                quote();
            }
        }
    }

    private void quote() {
        if (book.takeTopChanged() && rates.bookEventsPerSecond() > 0) {
            feed.event(
                    new Quote(
                            profile.symbol(),
                            feed.nextTimeMillis(),
                            Feed.SOURCE,
                            feed.nextSequence(),
                            book.bid(),
                            book.bidSize(),
                            book.ask(),
                            book.askSize()));
        }
    }

    private void depth() {
        feed.event(
                new Depth(
                        profile.symbol(),
                        feed.nextTimeMillis(),
                        Feed.SOURCE,
                        feed.nextSequence(),
                        book.bidSide(),
                        book.askSide()));
    }

    private void startSpoof(Window window) {
        if (window != null) {
            spoof = window;
            double queues = SMALLEST_SPOOF + SPOOF_SPREAD * window.strength();
            double shares = 100 * Math.rint(queues * profile.typicalQueueShares() / 100);
            book.spoof(window.direction(), shares);
            truth.truth(
                    new SpoofEpisode(
                            profile.symbol(),
                            window.startMillis(),
                            window.endMillis(),
                            window.direction(),
                            shares));
        }
    }

    private void startBurst(Window window) {
        if (window != null) {
            burstWindow = window;
            burst = new ToxicOrder(window, market.volAnnual(), sharesPerSession);
            truth.truth(burst.truth(profile.symbol()));
        }
    }

    private void endBurst(long nowMillis) {
        if (burst != null && nowMillis >= burstWindow.endMillis()) {
            market.path().push(burst.impactUntil(nowMillis));
            market.drift().add(nowMillis, nowMillis + burst.decayMillis(), burst.decay());
            burst = null;
        }
    }
}
