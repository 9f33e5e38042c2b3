package io.huihui.simulator;

import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Trade;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.truth.Accumulation;
import io.huihui.simulator.truth.InformedEpisode;
import io.huihui.simulator.truth.StateSwitch;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Flow tells what it was planted to tell. */
class FlowStatisticsTest {

    private static final Rates FLOW_ONLY = new Rates(1, 0, 0, 5, 0, 1.5, 0, 0);
    private static final List<Tape> TAPES = new ArrayList<>();

    @BeforeAll
    static void simulate() {
        for (int seed = 0; seed < 4; seed++) {
            TAPES.add(
                    Tape.of(
                            SimulationConfig.of(seed, 1, 2)
                                    .withRates(FLOW_ONLY)
                                    .withOptions(new OptionGrid(3, 9))
                                    .withDirt(Dirt.none())));
        }
    }

    /** Contracts bought less sold, with the sign of the delta, in [from, until). */
    private static double bullishFlow(Tape tape, String symbol, long from, long until) {
        double sum = 0;
        for (OptionTrade trade : tape.events(OptionTrade.class)) {
            if (trade.symbol().equals(symbol)
                    && trade.eventTimeMillis() >= from
                    && trade.eventTimeMillis() < until) {
                int delta = trade.contract().kind().isCall() ? 1 : -1;
                sum += delta * trade.aggressor().sign() * trade.size();
            }
        }
        return sum;
    }

    @Test
    void informedFlowPointsToTheDrift() {
        int right = 0;
        int all = 0;
        for (Tape tape : TAPES) {
            for (InformedEpisode episode : tape.truth(InformedEpisode.class)) {
                long middle = (episode.eventTimeMillis() + episode.endMillis()) / 2;
                double flow =
                        bullishFlow(tape, episode.symbol(), episode.eventTimeMillis(), middle);
                assertThat(Math.signum(episode.driftLogReturn())).isEqualTo(episode.direction());
                right += flow * episode.direction() > 0 ? 1 : 0;
                all++;
            }
        }

        // Better than chance, but the herd's mood hides it often: 40 or more episodes.
        assertThat(all).isGreaterThan(40);
        assertThat(right / (double) all).isBetween(0.65, 0.98);
    }

    @Test
    void offExchangeShareIsThirtyFiveToFortyFivePercent() {
        for (Tape tape : TAPES) {
            long off = tape.events(Trade.class).stream().filter(Trade::offExchange).count();
            double share = off / (double) tape.events(Trade.class).size();

            assertThat(share).isBetween(0.35, 0.45);
        }
    }

    @Test
    void accumulationsShowAsBlocksOffExchangeOnly() {
        double inside = 0;
        double insideHours = 0;
        double all = 0;
        for (Tape tape : TAPES) {
            all += tape.events(Trade.class).stream().filter(FlowStatisticsTest::isBlock).count();
            for (Accumulation hidden : tape.truth(Accumulation.class)) {
                insideHours += (hidden.endMillis() - hidden.eventTimeMillis()) / 3_600_000.0;
                inside +=
                        tape.events(Trade.class).stream()
                                .filter(FlowStatisticsTest::isBlock)
                                .filter(t -> t.symbol().equals(hidden.symbol()))
                                .filter(t -> t.eventTimeMillis() >= hidden.eventTimeMillis())
                                .filter(t -> t.eventTimeMillis() < hidden.endMillis())
                                .count();
            }
        }
        double outsideHours = TAPES.size() * 2 * 6.5 - insideHours;

        assertThat(inside / insideHours).isGreaterThan(5 * (all - inside) / outsideHours);
    }

    private static boolean isBlock(Trade trade) {
        return trade.offExchange() && trade.size() >= 2_000;
    }

    @Test
    void aboutHalfOfPlannedSwitchesAreAnnouncedFiveToFifteenMinutesAhead() {
        List<StateSwitch> planned =
                TAPES.stream()
                        .flatMap(t -> t.truth(StateSwitch.class).stream())
                        .filter(s -> s.cause() == SwitchCause.PLANNED)
                        .toList();
        long announced = planned.stream().filter(s -> s.precursor() != Precursor.NONE).count();

        assertThat(announced / (double) planned.size()).isBetween(0.35, 0.65);
        for (StateSwitch one : planned) {
            long lead = one.eventTimeMillis() - one.precursorMillis();
            if (one.precursor() == Precursor.NONE) {
                assertThat(lead).isZero();
            } else {
                assertThat(lead).isBetween(300_000L, 901_000L);
            }
        }
    }

    @Test
    void flowPrecursorsRaiseTheRateOfTrades() {
        double ratio = 0;
        int count = 0;
        for (Tape tape : TAPES) {
            for (StateSwitch one : tape.truth(StateSwitch.class)) {
                if (one.precursor() == Precursor.FLOW) {
                    long end = one.eventTimeMillis();
                    double last = trades(tape, one.symbol(), end - 120_000, end);
                    double before =
                            trades(
                                    tape,
                                    one.symbol(),
                                    one.precursorMillis() - 120_000,
                                    one.precursorMillis());
                    ratio += Math.log((last + 1) / (before + 1));
                    count++;
                }
            }
        }

        assertThat(count).isGreaterThan(5);
        assertThat(Math.exp(ratio / count)).isGreaterThan(1.3);
    }

    private static long trades(Tape tape, String symbol, long from, long until) {
        return tape.events(OptionTrade.class).stream()
                .filter(t -> t.symbol().equals(symbol))
                .filter(t -> t.eventTimeMillis() >= from && t.eventTimeMillis() < until)
                .count();
    }
}
