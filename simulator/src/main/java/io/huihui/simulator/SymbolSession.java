package io.huihui.simulator;

import io.huihui.simulator.book.UnderlyingFeed;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.TruthSink;

/** One symbol through one session: latent market, its book and prints, its options, its news. */
final class SymbolSession {

    private final LatentMarket market;
    private final UnderlyingFeed underlying;
    private final Feed feed;

    SymbolSession(
            SimulationConfig config,
            SymbolProfile profile,
            SessionTimes times,
            double openPrice,
            Outbox outbox,
            TruthSink truth) {
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
                        config.seed(),
                        times.day(),
                        feed,
                        truth);
    }

    /** Plays one second; {@code marketShocks} holds one standard normal variate per step. */
    void tick(long nowMillis, double[] marketShocks) {
        feed.startStep(nowMillis);
        market.tick(nowMillis);
        underlying.tick(nowMillis);
        for (int step = 0; step < Clock.STEPS_PER_TICK; step++) {
            long stepMillis = nowMillis + (long) step * Clock.STEP_MILLIS;
            feed.startStep(stepMillis);
            market.step(stepMillis, marketShocks[step]);
            underlying.step(stepMillis);
        }
    }

    void force(long nowMillis, MarketState target, int direction, SwitchCause cause) {
        market.force(nowMillis, target, direction, cause);
    }

    double price() {
        return market.price();
    }
}
