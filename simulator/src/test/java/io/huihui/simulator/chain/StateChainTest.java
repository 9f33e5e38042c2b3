package io.huihui.simulator.chain;

import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.StateSwitch;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** One very long session: stays and precursors have the planted distribution. */
class StateChainTest {

    private static final long OPEN = 1_767_623_400_000L;
    private static final int SWITCHES = 20_000;
    private static final List<StateSwitch> LOG = new ArrayList<>();

    @BeforeAll
    static void run() {
        StateChain chain =
                new StateChain(
                        "SPY",
                        OPEN,
                        OPEN + 23_400_000L,
                        0.5,
                        Draws.of(1, Stream.CHAIN, "SPY", 20_458));
        LOG.add(chain.open());
        while (LOG.size() < SWITCHES) {
            LOG.add(chain.advance(chain.plannedSwitchMillis()));
        }
    }

    @Test
    void staysHaveTheirMeansAndNoneIsShorterThanFiveMinutes() {
        Map<MarketState, double[]> stays = new EnumMap<>(MarketState.class);
        for (int i = 1; i < LOG.size(); i++) {
            double minutes =
                    (LOG.get(i).eventTimeMillis() - LOG.get(i - 1).eventTimeMillis()) / 60_000.0;
            assertThat(minutes).isGreaterThanOrEqualTo(5);
            double[] sum = stays.computeIfAbsent(LOG.get(i).from(), k -> new double[2]);
            sum[0] += minutes;
            sum[1]++;
        }

        assertThat(stays).containsOnlyKeys(MarketState.values());
        stays.forEach(
                (state, sum) ->
                        assertThat(sum[0] / sum[1])
                                .as(state.name())
                                .isCloseTo(
                                        state.meanMinutes(), within(0.06 * state.meanMinutes())));
    }

    @Test
    void neverEntersTheStateItLeaves() {
        assertThat(LOG.subList(1, LOG.size())).allMatch(s -> s.from() != s.to());
    }

    @Test
    void halfTheSwitchesAreAnnouncedAndAllKindsOccur() {
        long announced = LOG.stream().skip(1).filter(s -> s.precursor() != Precursor.NONE).count();

        assertThat(announced / (double) SWITCHES).isCloseTo(0.5, within(0.02));
        for (Precursor kind : Precursor.values()) {
            assertThat(LOG).anyMatch(s -> s.precursor() == kind);
        }
    }

    @Test
    void precursorGrowsFromZeroToOne() {
        StateChain chain =
                new StateChain(
                        "SPY",
                        OPEN,
                        OPEN + 23_400_000L,
                        1,
                        Draws.of(2, Stream.CHAIN, "SPY", 20_458));
        chain.open();
        long end = chain.plannedSwitchMillis();
        double strongest = 0;
        for (Precursor kind : Precursor.values()) {
            strongest = Math.max(strongest, chain.precursorStrength(kind, end));
            assertThat(chain.precursorStrength(kind, end - 15 * 60_000L - 1)).isZero();
        }

        assertThat(strongest).isEqualTo(1);
    }

    @Test
    void forcedSwitchDropsThePlan() {
        StateChain chain =
                new StateChain(
                        "SPY",
                        OPEN,
                        OPEN + 23_400_000L,
                        1,
                        Draws.of(3, Stream.CHAIN, "SPY", 20_458));
        chain.open();

        StateSwitch forced = chain.force(OPEN + 1_000, MarketState.STRESS, -1, SwitchCause.MACRO);

        assertThat(forced.precursor()).isEqualTo(Precursor.NONE);
        assertThat(chain.state()).isEqualTo(MarketState.STRESS);
        assertThat(chain.plannedSwitchMillis()).isGreaterThanOrEqualTo(OPEN + 301_000);
    }
}
