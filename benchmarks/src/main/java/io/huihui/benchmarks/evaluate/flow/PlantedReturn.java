package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.decision.Horizon;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.truth.Accumulation;
import io.huihui.simulator.truth.DealerPressure;
import io.huihui.simulator.truth.InformedEpisode;
import io.huihui.simulator.truth.StateSwitch;
import io.huihui.simulator.truth.ThesisTruth;
import io.huihui.simulator.truth.ToxicBurst;

import java.util.List;
import java.util.TreeMap;

/**
 * The return that somebody would expect who knows everything that is planted, and only the noise
 * not: drift of the state, informed drift, revelation of accumulations, impact of aggressive orders
 * and its decay, and what dealers still have to hedge. No forecast can do better on average, so it
 * bounds them all.
 */
final class PlantedReturn {

    /** Half of an order's impact flows back within this time; see ToxicOrder of the simulator. */
    private static final long DECAY_MILLIS = 5 * 60_000L;

    private static final double DECAYING_SHARE = 0.5;

    /** The price finds out about an accumulation within this time after its end. */
    private static final long REVELATION_MILLIS = 15 * 60_000L;

    private static final double RANGE_HALF_LIFE_MINUTES = 10;
    private static final double PIN_HALF_LIFE_MINUTES = 4;

    /** Mean delay of a hedge, seconds, and the shares of a session that move the price by 1 %. */
    private static final double HEDGE_LAG_SECONDS = 90;

    private static final double VOLUME_SHARE_PER_PERCENT = 0.05;

    /** Shares of SPY in a simulated session at default rates: 3 prints a second of 200. */
    private static final double SESSION_SHARES = 3 * 23_400 * 200.0;

    private final TreeMap<Long, Double> fiveMinutes = new TreeMap<>();
    private final TreeMap<Long, Double> pending = new TreeMap<>();
    private final TreeMap<Long, MarketState> states = new TreeMap<>();
    private final List<InformedEpisode> informed;
    private final List<Accumulation> accumulations;
    private final List<ToxicBurst> bursts;

    PlantedReturn(FlowDay day) {
        for (ThesisTruth told : day.truth(ThesisTruth.class)) {
            if (told.horizon() == Horizon.MINUTES_5) {
                fiveMinutes.put(told.eventTimeMillis(), told.meanLogReturn());
            }
        }
        day.truth(DealerPressure.class)
                .forEach(told -> pending.put(told.eventTimeMillis(), told.pendingHedge()));
        day.truth(StateSwitch.class)
                .forEach(change -> states.put(change.eventTimeMillis(), change.to()));
        informed = day.truth(InformedEpisode.class);
        accumulations = day.truth(Accumulation.class);
        bursts = day.truth(ToxicBurst.class);
    }

    /**
     * Returns the expected log return from a time on, at most over 15 minutes.
     *
     * @param mid price then, currency
     */
    double over(long millis, int minutes, double mid) {
        long until = millis + minutes * 60_000L;
        return drifts(millis, until)
                + state(millis, minutes)
                + orders(millis, until)
                + hedging(millis, minutes, mid);
    }

    private double drifts(long from, long until) {
        double sum = 0;
        for (InformedEpisode episode : informed) {
            sum +=
                    episode.driftLogReturn()
                            * overlap(from, until, episode.eventTimeMillis(), episode.endMillis());
        }
        for (Accumulation episode : accumulations) {
            long end = episode.endMillis();
            // Nobody but the planner knows when an accumulation ends; the planner knows.
            sum += episode.driftLogReturn() * overlap(from, until, end, end + REVELATION_MILLIS);
        }
        return sum;
    }

    /** Share of [start, end) that lies in [from, until). */
    private static double overlap(long from, long until, long start, long end) {
        long common = Math.min(until, end) - Math.max(from, start);
        return Math.max(0, common) / (double) (end - start);
    }

    /** What state and anchor lead to expect: from the five minutes that the truth log holds. */
    private double state(long millis, int minutes) {
        Long at = fiveMinutes.floorKey(millis);
        if (at == null) {
            return 0;
        }
        // The log knows the drifts planned so far: those that had begun.
        double known = 0;
        for (InformedEpisode episode : informed) {
            if (episode.eventTimeMillis() <= at) {
                known +=
                        episode.driftLogReturn()
                                * overlap(
                                        at,
                                        at + 300_000,
                                        episode.eventTimeMillis(),
                                        episode.endMillis());
            }
        }
        for (Accumulation episode : accumulations) {
            if (episode.eventTimeMillis() <= at) {
                long end = episode.endMillis();
                known +=
                        episode.driftLogReturn()
                                * overlap(at, at + 300_000, end, end + REVELATION_MILLIS);
            }
        }
        for (ToxicBurst burst : bursts) {
            long end = burst.endMillis();
            if (end <= at) {
                known +=
                        -DECAYING_SHARE
                                * burst.impactLogReturn()
                                * overlap(at, at + 300_000, end, end + DECAY_MILLIS);
            }
        }
        double five = fiveMinutes.get(at) - known;
        MarketState state = states.floorEntry(millis).getValue();
        return five * shareOf(state, minutes) / shareOf(state, 5);
    }

    private static double shareOf(MarketState state, int minutes) {
        if (state.trending()) {
            return minutes;
        }
        double halfLife =
                state == MarketState.PIN ? PIN_HALF_LIFE_MINUTES : RANGE_HALF_LIFE_MINUTES;
        return 1 - Math.pow(0.5, minutes / halfLife);
    }

    private double orders(long from, long until) {
        double sum = 0;
        for (ToxicBurst burst : bursts) {
            sum += impact(burst, until) - impact(burst, from);
        }
        return sum;
    }

    /** Impact of an order that has built up to a time, decay included. */
    private static double impact(ToxicBurst burst, long millis) {
        long start = burst.eventTimeMillis();
        double done = (millis - start) / (double) (burst.endMillis() - start);
        double built = Math.sqrt(Math.min(1, Math.max(0, done)));
        double decayed = (millis - burst.endMillis()) / (double) DECAY_MILLIS;
        return burst.impactLogReturn()
                * (built - DECAYING_SHARE * Math.min(1, Math.max(0, decayed)));
    }

    private double hedging(long millis, int minutes, double mid) {
        Long at = pending.floorKey(millis);
        if (at == null) {
            return 0;
        }
        double shares = pending.get(at) / mid;
        double done = 1 - Math.exp(-60.0 * minutes / HEDGE_LAG_SECONDS);
        return 0.01 * shares * done / (VOLUME_SHARE_PER_PERCENT * SESSION_SHARES);
    }
}
