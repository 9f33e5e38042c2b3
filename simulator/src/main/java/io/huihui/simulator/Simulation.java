package io.huihui.simulator;

import io.huihui.simulator.macro.MacroCalendar;
import io.huihui.simulator.macro.PlannedRelease;
import io.huihui.simulator.news.TopicCalendar;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.MacroSurprise;
import io.huihui.simulator.truth.TruthSink;

import java.util.ArrayList;
import java.util.List;

/**
 * A market told second by second. {@link #advance} plays the next second into the sinks, so that
 * the caller sets the pace and memory stays constant; {@link #run} plays all of it. Not
 * thread-safe.
 *
 * <pre>
 * market factor --+=> LatentMarket => UnderlyingFeed (quotes, trades, depth) --+
 * macro calendar -+        |=> OptionMarket (flow, dealers, quotes, chains) ---+=> Outbox => sink
 *                 +=> Newsroom (stories, media) -------------------------------+   (by arrival)
 *                      every stage |=> truth
 * </pre>
 */
public final class Simulation {

    /** The price jumps overnight by this share of a day's deviation in a calm market. */
    private static final double OVERNIGHT_DEVIATION = 0.003;

    private final SimulationConfig config;
    private final long[] days;
    private final Outbox outbox = new Outbox();
    private final double[] prices;
    private final double[] marketShocks = new double[Clock.STEPS_PER_TICK];
    private final List<SymbolSession> symbols = new ArrayList<>();
    private final MacroCalendar macro;
    private int nextDay;
    private SessionTimes times;
    private Draws marketFactor;
    private TopicCalendar topics;
    private List<PlannedRelease> releases = List.of();
    private long nowMillis;

    public Simulation(SimulationConfig config) {
        this.config = config;
        this.days = config.sessionDays();
        this.macro = new MacroCalendar(config.seed(), config.plants().macroReleases());
        this.prices = new double[config.symbols()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = SymbolProfile.of(i).startPrice();
        }
    }

    /** Plays everything that is left. */
    public void run(MarketSink sink, TruthSink truth) {
        boolean more;
        do {
            more = advance(sink, truth);
        } while (more);
    }

    /**
     * Plays the next second of market time, and hands over what arrives in it.
     *
     * @return false when nothing is left, also no late row
     */
    public boolean advance(MarketSink sink, TruthSink truth) {
        if (times == null || (nowMillis >= times.closeMillis() && outbox.isEmpty())) {
            if (nextDay == days.length) {
                return false;
            }
            openSession(truth);
        }
        outbox.startTick(nowMillis);
        if (nowMillis < times.closeMillis()) {
            play(truth);
        }
        outbox.endTick(sink);
        nowMillis += Clock.TICK_MILLIS;
        return nextDay < days.length || nowMillis < times.closeMillis() || !outbox.isEmpty();
    }

    /**
     * Start of the second that is played next, milliseconds since the epoch; 0 before the start.
     */
    public long nowMillis() {
        return nowMillis;
    }

    /** The efficient price of the n-th symbol, for tests of the planted statistics. */
    double price(int symbol) {
        return symbols.get(symbol).price();
    }

    private void play(TruthSink truth) {
        topics.tell(nowMillis, truth);
        for (int step = 0; step < marketShocks.length; step++) {
            marketShocks[step] = marketFactor.gaussian();
        }
        for (PlannedRelease release : releases) {
            if (release.releaseTimeMillis() == nowMillis) {
                release(release, truth);
            }
        }
        for (SymbolSession symbol : symbols) {
            symbol.tick(nowMillis, marketShocks);
        }
    }

    private void release(PlannedRelease release, TruthSink truth) {
        outbox.later(new Delivery.OfMacro(release.release(), nowMillis + 1));
        truth.truth(new MacroSurprise(release.seriesId(), nowMillis, release.surpriseZ()));
        for (SymbolSession symbol : symbols) {
            symbol.released(nowMillis, release.surpriseZ());
        }
    }

    /** Announces the week on its first session, and again what comes out today. */
    private void announce() {
        boolean wholeWeek = MacroCalendar.opensWeek(times.day());
        int number = 0;
        for (PlannedRelease release : releases) {
            if (wholeWeek || release.day() == times.day()) {
                outbox.later(
                        new Delivery.OfMacro(
                                release.announcement(nowMillis, times.day(), number++),
                                nowMillis + 1));
            }
        }
    }

    private void openSession(TruthSink truth) {
        for (int i = 0; i < symbols.size(); i++) {
            prices[i] = symbols.get(i).price();
        }
        times = SessionTimes.of(days[nextDay++]);
        nowMillis = times.openMillis();
        marketFactor = Draws.of(config.seed(), Stream.MARKET_FACTOR, "", times.day());
        topics =
                new TopicCalendar(
                        times.openMillis(),
                        times.closeMillis(),
                        Draws.of(config.seed(), Stream.TOPICS, "", times.day()));
        releases = macro.week(times.day());
        announce();
        symbols.clear();
        for (int i = 0; i < prices.length; i++) {
            SymbolProfile profile = SymbolProfile.of(i);
            Draws gap = Draws.of(config.seed(), Stream.OVERNIGHT, profile.symbol(), times.day());
            double open = prices[i] * Math.exp(OVERNIGHT_DEVIATION * gap.gaussian());
            symbols.add(
                    new SymbolSession(
                            config, profile, times, prices[i], open, topics, outbox, truth));
        }
    }
}
