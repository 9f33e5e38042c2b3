package io.huihui.benchmarks.evaluate;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Quote;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.Shock;
import io.huihui.models.expert.sentiment.ShockDetector;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Plants;
import io.huihui.simulator.Rates;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.NewsShock;
import io.huihui.simulator.truth.TruthRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One simulated market through the shock detectors of its symbols, and what was planted in it. */
final class ShockSession implements MarketSink {

    /** Quotes and stories; option trades only because the plants need them. */
    private static final Rates RATES = new Rates(1, 10, 0, 5, 0, 0.5, 0, 6);

    private static final int SYMBOLS = 4;

    /** How a tape may be spoilt: every story sent ten times over, clocks of publishers wrong. */
    enum Spoiling {
        NONE,
        REPEATED_AND_SKEWED
    }

    private static final int REPEATS = 10;

    /** Beyond the 5 s of the simulator: a publisher's clock that is two minutes fast or slow. */
    private static final long SKEW_MILLIS = 120_000;

    private final HeadlineScorer scorer;
    private final Spoiling spoiling;
    private final TreeMap<String, ShockDetector> detectors = new TreeMap<>();
    private final TreeMap<String, CountShock> counters = new TreeMap<>();
    private final TreeMap<String, Quote> quotes = new TreeMap<>();
    private final List<Shock> found = new ArrayList<>();
    private final List<Shock> foundByCount = new ArrayList<>();
    private final List<NewsShock> planted = new ArrayList<>();

    private ShockSession(HeadlineScorer scorer, Spoiling spoiling) {
        this.scorer = scorer;
        this.spoiling = spoiling;
    }

    /** Returns what was found on the market of a seed with this many shocks per symbol. */
    static ShockSession run(
            long seed, double shocksPerSymbol, HeadlineScorer scorer, Spoiling spoiling) {
        Plants plants = new Plants(0.5, true, true, 8, 2, 6, 4, 1, shocksPerSymbol, 3);
        SimulationConfig config =
                SimulationConfig.of(seed, 1, SYMBOLS).withRates(RATES).withPlants(plants);
        ShockSession session = new ShockSession(scorer, spoiling);
        Simulation simulation = new Simulation(config);
        while (simulation.advance(session, session::plant)) {
            session.endSecond(simulation.nowMillis());
        }
        return session;
    }

    /** Returns the shocks the detector found. */
    List<Shock> found() {
        return List.copyOf(found);
    }

    /** Returns what the baseline found: counts alone. */
    List<Shock> foundByCount() {
        return List.copyOf(foundByCount);
    }

    List<NewsShock> planted() {
        return List.copyOf(planted);
    }

    private void plant(TruthRecord record) {
        if (record instanceof NewsShock shock) {
            planted.add(shock);
        }
    }

    private void endSecond(long millis) {
        quotes.forEach(
                (symbol, quote) ->
                        keep(
                                found,
                                detector(symbol)
                                        .observe(symbol, millis, (quote.bid() + quote.ask()) / 2)));
        quotes.clear();
    }

    private ShockDetector detector(String symbol) {
        return detectors.computeIfAbsent(symbol, key -> new ShockDetector());
    }

    private static void keep(List<Shock> list, Shock shock) {
        if (shock != null) {
            list.add(shock);
        }
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        if (event instanceof Quote quote && quote.bid() > 0) {
            quotes.put(quote.symbol(), quote);
        }
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        tell(spoiling == Spoiling.NONE ? item : skewed(item));
        for (int i = 1; spoiling != Spoiling.NONE && i < REPEATS; i++) {
            tell(i % 2 == 0 ? item : rewritten(item, i));
        }
    }

    private void tell(NewsItem item) {
        for (String symbol : item.symbols()) {
            keep(found, detector(symbol).observe(symbol, item, scorer.score(item.headline())));
            keep(
                    foundByCount,
                    counters.computeIfAbsent(symbol, key -> new CountShock())
                            .observe(symbol, item));
        }
    }

    private static NewsItem skewed(NewsItem item) {
        long skew = item.sequence() % 2 == 0 ? SKEW_MILLIS : -SKEW_MILLIS;
        return copy(item, item.id(), item.publishedTimeMillis() + skew, item.headline());
    }

    private static NewsItem rewritten(NewsItem item, int number) {
        return copy(
                item,
                item.id() + "-" + number,
                item.publishedTimeMillis(),
                "UPDATE " + number + "-" + item.headline());
    }

    private static NewsItem copy(NewsItem item, String id, long published, String headline) {
        return new NewsItem(
                id,
                published,
                item.receivedTimeMillis(),
                item.source(),
                item.sequence(),
                headline,
                item.body(),
                item.symbols());
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        // Shocks are found in stories.
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        // A macro release is no news shock.
    }
}
