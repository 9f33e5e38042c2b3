package io.huihui.simulator;

import io.huihui.models.event.ChainSlice;
import io.huihui.simulator.book.UnderlyingFeed;
import io.huihui.simulator.dirt.RawChainRows;
import io.huihui.simulator.macro.MacroReaction;
import io.huihui.simulator.news.Newsroom;
import io.huihui.simulator.news.TopicCalendar;
import io.huihui.simulator.option.OptionMarket;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.price.ThesisOracle;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.TruthSink;

import java.util.List;

/** One symbol through one session: latent market, its book and prints, its options, its news. */
final class SymbolSession {

    private final LatentMarket market;
    private final UnderlyingFeed underlying;
    private final OptionMarket options;
    private final RawChainRows rawRows;
    private final Newsroom newsroom;
    private final MacroReaction macro;
    private final ThesisOracle oracle;
    private final Feed feed;
    private final SimulationConfig config;
    private final TruthSink truth;
    private int chainsSent;

    SymbolSession(
            SimulationConfig config,
            SymbolProfile profile,
            SessionTimes times,
            double previousClose,
            double openPrice,
            TopicCalendar topics,
            Outbox outbox,
            TruthSink truth) {
        this.config = config;
        this.truth = truth;
        String symbol = profile.symbol();
        feed =
                new Feed(
                        outbox,
                        config.dirt(),
                        times.day(),
                        Draws.of(config.seed(), Stream.DIRT, symbol, times.day()));
        market =
                new LatentMarket(
                        symbol,
                        config.seed(),
                        times.day(),
                        times.openMillis(),
                        times.closeMillis(),
                        openPrice,
                        profile.marketCorrelation(),
                        config.plants(),
                        truth);
        underlying =
                new UnderlyingFeed(
                        market,
                        profile,
                        config.rates(),
                        config.plants(),
                        previousClose,
                        config.seed(),
                        times.day(),
                        feed,
                        truth);
        options =
                new OptionMarket(
                        market,
                        config,
                        profile.sharesPerSession(config.rates()),
                        times.day(),
                        feed,
                        truth);
        rawRows =
                new RawChainRows(
                        symbol,
                        config.dirt(),
                        feed,
                        truth,
                        Draws.of(config.seed(), Stream.RAW_ROWS, symbol, times.day()));
        newsroom =
                new Newsroom(
                        market,
                        topics,
                        config.rates().newsPerHour(),
                        config.plants().newsShocks(),
                        times.day(),
                        feed,
                        truth,
                        Draws.of(config.seed(), Stream.NEWS, symbol, times.day()),
                        Draws.of(config.seed(), Stream.MEDIA, symbol, times.day()));
        macro =
                new MacroReaction(
                        market, Draws.of(config.seed(), Stream.MACRO, symbol, times.day()));
        oracle = new ThesisOracle(market);
    }

    /** Plays one second; {@code marketShocks} holds one standard normal variate per step. */
    void tick(long nowMillis, double[] marketShocks) {
        feed.startStep(nowMillis);
        market.tick(nowMillis);
        macro.tick(nowMillis);
        newsroom.tick(nowMillis);
        options.tick(nowMillis);
        underlying.tick(nowMillis);
        sendChain(nowMillis);
        if (nowMillis % Clock.MINUTE_MILLIS == 0) {
            oracle.tell(nowMillis, truth);
        }
        for (int step = 0; step < Clock.STEPS_PER_TICK; step++) {
            long stepMillis = nowMillis + (long) step * Clock.STEP_MILLIS;
            feed.startStep(stepMillis);
            market.step(stepMillis, marketShocks[step]);
            underlying.step(stepMillis);
            options.step(stepMillis);
        }
    }

    private void sendChain(long nowMillis) {
        int interval = config.rates().chainIntervalSeconds();
        if (interval == 0 || (nowMillis - market.openMillis()) % (interval * 1_000L) != 0) {
            return;
        }
        underlying.snapshot(nowMillis, options.impliedVolAnnual());
        List<ChainSlice> slices = options.sendChain(nowMillis, underlying.mid());
        int every = config.dirt().rawEverySnapshots();
        if (every > 0 && chainsSent++ % every == 0) {
            rawRows.send(slices);
        }
    }

    /** Takes in a macro release of this second. */
    void released(long nowMillis, double surpriseZ) {
        macro.released(nowMillis, surpriseZ);
    }

    /** The efficient price now, currency per share. */
    double price() {
        return market.price();
    }
}
