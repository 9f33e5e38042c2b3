package io.huihui.simulator;

import io.huihui.models.event.Depth;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.simulator.chain.MicroState;
import io.huihui.simulator.truth.InformedEpisode;
import io.huihui.simulator.truth.MicroSwitch;
import io.huihui.simulator.truth.SpoofEpisode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Book and tape show micro-states, spoofs and informed pressure. */
class MicrostructureStatisticsTest {

    private static Tape tape;

    @BeforeAll
    static void simulate() {
        tape =
                Tape.of(
                        SimulationConfig.of(40, 1, 1)
                                .withRates(new Rates(3, 10, 1_000, 10, 0, 0.5, 0, 0))
                                .withOptions(new OptionGrid(1, 5))
                                .withDirt(Dirt.none())
                                .withPlants(new Plants(0, true, false, 20, 0, 30, 0, 0, 0, 0)));
    }

    @Test
    void microStatesDifferInTradesDepthAndSpread() {
        NavigableMap<Long, MicroState> states = new TreeMap<>();
        tape.truth(MicroSwitch.class).forEach(s -> states.put(s.eventTimeMillis(), s.to()));
        Map<MicroState, double[]> sums = new EnumMap<>(MicroState.class);
        for (Trade trade : tape.events(Trade.class)) {
            sums.computeIfAbsent(at(states, trade.eventTimeMillis()), k -> new double[4])[0]++;
        }
        for (Depth depth : tape.events(Depth.class)) {
            double[] sum = sums.get(at(states, depth.eventTimeMillis()));
            sum[1]++;
            sum[2] += depth.bids().size(0) + depth.asks().size(0);
            sum[3] += depth.asks().price(0) - depth.bids().price(0);
        }

        assertThat(sums).containsOnlyKeys(MicroState.values());
        assertThat(perSecond(sums, MicroState.CHURN, 0))
                .isGreaterThan(2 * perSecond(sums, MicroState.QUIET, 0));
        assertThat(perSecond(sums, MicroState.ABSORPTION, 2))
                .isGreaterThan(1.5 * perSecond(sums, MicroState.VACUUM, 2));
        assertThat(perSecond(sums, MicroState.VACUUM, 3))
                .isGreaterThan(2 * perSecond(sums, MicroState.NEUTRAL, 3));
    }

    /** One depth snapshot a second: a sum over their number is a mean per second. */
    private static double perSecond(Map<MicroState, double[]> sums, MicroState state, int what) {
        return sums.get(state)[what] / sums.get(state)[1];
    }

    private static MicroState at(NavigableMap<Long, MicroState> states, long millis) {
        return states.floorEntry(millis).getValue();
    }

    @Test
    void aSpoofedSideShowsFarMoreBehindTheBest() {
        double spoofed = 0;
        double other = 0;
        for (SpoofEpisode spoof : tape.truth(SpoofEpisode.class)) {
            for (Depth depth : tape.events(Depth.class)) {
                if (depth.eventTimeMillis() >= spoof.eventTimeMillis() + 1_000
                        && depth.eventTimeMillis() < spoof.endMillis()) {
                    spoofed += behind(depth, spoof.side() > 0);
                    other += behind(depth, spoof.side() < 0);
                }
            }
        }

        assertThat(spoofed).isGreaterThan(2 * other).isPositive();
    }

    private static double behind(Depth depth, boolean bids) {
        double sum = 0;
        for (int level = 2; level < 5; level++) {
            sum += bids ? depth.bids().size(level) : depth.asks().size(level);
        }
        return sum;
    }

    @Test
    void informedDriftTiltsTheBestQueues() {
        List<Quote> quotes = tape.events(Quote.class);
        double tilt = 0;
        int count = 0;
        for (InformedEpisode episode : tape.truth(InformedEpisode.class)) {
            for (Quote quote : quotes) {
                if (quote.eventTimeMillis() >= episode.eventTimeMillis() + 60_000
                        && quote.eventTimeMillis() < episode.endMillis()) {
                    double imbalance =
                            (quote.bidSize() - quote.askSize())
                                    / (quote.bidSize() + quote.askSize());
                    tilt += episode.direction() * imbalance;
                    count++;
                }
            }
        }

        assertThat(tilt / count).isBetween(0.03, 0.4);
    }
}
