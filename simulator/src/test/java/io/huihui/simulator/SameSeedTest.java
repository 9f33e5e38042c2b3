package io.huihui.simulator;

import io.huihui.models.event.MarketEvent;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A market is a function of its configuration, and its parts do not disturb each other. */
class SameSeedTest {

    private static final SimulationConfig SMALL =
            SimulationConfig.of(7, 1, 2)
                    .withRates(new Rates(0.5, 1, 5_000, 5, 0.5, 0.3, 900, 6))
                    .withOptions(new OptionGrid(3, 7));

    @Test
    void sameSeedSaysTheSameInTheSameOrder() {
        Tape first = Tape.of(SMALL);
        Tape second = Tape.of(SMALL);

        assertThat(first.arrivals).isEqualTo(second.arrivals);
        assertThat(first.events.equals(second.events)).isTrue();
        assertThat(first.news).isEqualTo(second.news);
        assertThat(first.media).isEqualTo(second.media);
        assertThat(first.macro).isEqualTo(second.macro);
        assertThat(first.raw).isEqualTo(second.raw);
        assertThat(first.truth).isEqualTo(second.truth);
    }

    @Test
    void anotherSeedSharesNoPath() {
        List<MarketEvent> first = Tape.of(SMALL).events;
        SimulationConfig other =
                new SimulationConfig(
                        8,
                        SMALL.firstSession(),
                        1,
                        2,
                        SMALL.rates(),
                        SMALL.options(),
                        SMALL.dirt(),
                        SMALL.plants());

        assertThat(Collections.disjoint(new HashSet<>(first), Tape.of(other).events)).isTrue();
    }

    @Test
    void addingASymbolLeavesTheOthersAlone() {
        SimulationConfig three =
                new SimulationConfig(
                        SMALL.seed(),
                        SMALL.firstSession(),
                        1,
                        3,
                        SMALL.rates(),
                        SMALL.options(),
                        SMALL.dirt(),
                        SMALL.plants());
        List<MarketEvent> ofTwo = Tape.of(SMALL).events;

        List<MarketEvent> ofThree =
                Tape.of(three).events.stream().filter(e -> !e.symbol().equals("IWM")).toList();

        assertThat(ofThree).isEqualTo(ofTwo);
    }

    @Test
    void addingASessionLeavesTheEarlierOnesAlone() {
        SimulationConfig two =
                new SimulationConfig(
                        SMALL.seed(),
                        SMALL.firstSession(),
                        2,
                        2,
                        SMALL.rates(),
                        SMALL.options(),
                        SMALL.dirt(),
                        SMALL.plants());
        List<MarketEvent> ofOne = Tape.of(SMALL).events;

        List<MarketEvent> ofTwo = Tape.of(two).events;

        assertThat(ofTwo.size()).isGreaterThan(ofOne.size());
        assertThat(ofTwo.subList(0, ofOne.size())).isEqualTo(ofOne);
    }

    @Test
    void arrivalNeverRunsBackwardsNorBeforeTheEvent() {
        Tape tape = Tape.of(SMALL);

        long before = 0;
        long soonest = Long.MAX_VALUE;
        long latest = 0;
        boolean ordered = true;
        for (int i = 0; i < tape.events.size(); i++) {
            long arrival = tape.arrivals.get(i);
            long delay = arrival - tape.events.get(i).eventTimeMillis();
            soonest = Math.min(soonest, delay);
            latest = Math.max(latest, delay);
            ordered &= arrival >= before;
            before = arrival;
        }
        assertThat(ordered).isTrue();
        assertThat(soonest).isPositive();
        assertThat(latest).isLessThanOrEqualTo(90_000);
    }
}
