package io.huihui.models.memory;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.learner.StateBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

class AnalogueMemoryTest {

    private static final int HOUR = 60;

    @ParameterizedTest
    @EnumSource
    void likeSituationsTellWhatCameOfThem(MemoryConfig.Engine engine) {
        AnalogueMemory memory = new AnalogueMemory(new MemoryConfig(engine, 1_000, 5));
        Analogues last = null;
        int now = 6 * Waves.PERIOD + 17;
        for (int minute = 0; minute <= now; minute++) {
            last = memory.observe(Waves.at(minute));
        }

        // Of the same place in the swing: five of the six swings before this one, and no others.
        assertThat(last.nearestDistance()).isCloseTo(0, offset(1e-6));
        assertThat(last.meanDistance()).isCloseTo(0, offset(1e-6));
        assertThat(last.approximate()).isEqualTo(engine == MemoryConfig.Engine.GRAPH);
        assertThat(last.outcomes())
                .extracting(AnalogueOutcomes::horizon)
                .containsExactly(Horizon.values());
        for (AnalogueOutcomes each : last.outcomes()) {
            double move = Waves.move(17, each.horizon());
            assertThat(each.count()).isEqualTo(5);
            assertThat(each.meanMoveSigmas()).isCloseTo(move, offset(1e-5));
            assertThat(each.rmsMoveSigmas()).isCloseTo(Math.abs(move), offset(1e-5));
            assertThat(each.up()).isEqualTo(move > Thesis.FLAT_BAND_SIGMAS ? 1 : 0);
            assertThat(each.down()).isEqualTo(move < -Thesis.FLAT_BAND_SIGMAS ? 1 : 0);
        }
    }

    /** At minute n, only those up to n - 60 are over. */
    @Test
    void nothingOfTheLastHourIsAnAnalogue() {
        AnalogueMemory memory =
                new AnalogueMemory(new MemoryConfig(MemoryConfig.Engine.EXACT, 256, 5));
        for (int minute = 0; minute < HOUR + AnalogueMemory.FEWEST - 1; minute++) {
            assertThat(memory.observe(Waves.at(minute))).isNull();
            assertThat(memory.size()).isEqualTo(Math.max(0, minute - HOUR + 1));
        }
        Analogues first = memory.observe(Waves.at(HOUR + AnalogueMemory.FEWEST - 1));

        assertThat(first.held()).isEqualTo(AnalogueMemory.FEWEST);
    }

    @Test
    void aPriceThatIsMissingLeavesItsHorizonOut() {
        AnalogueMemory memory =
                new AnalogueMemory(new MemoryConfig(MemoryConfig.Engine.EXACT, 256, 1));
        Analogues last = null;
        for (int minute = 0; minute <= 3 * Waves.PERIOD; minute++) {
            // 15 minutes after each of those like the last one there is no price.
            if (minute % Waves.PERIOD != 15) {
                last = memory.observe(Waves.at(minute));
            }
        }

        assertThat(last.nearestDistance()).isCloseTo(0, offset(1e-6));
        assertThat(last.outcomes())
                .extracting(AnalogueOutcomes::horizon)
                .containsExactly(Horizon.MINUTES_5, Horizon.MINUTES_60);
    }

    @Test
    void aSituationWithoutMeasureIsComparedAndNotRemembered() {
        AnalogueMemory memory =
                new AnalogueMemory(new MemoryConfig(MemoryConfig.Engine.EXACT, 256, 5));
        for (int minute = 0; minute <= 2 * Waves.PERIOD; minute++) {
            memory.observe(Waves.at(minute));
        }
        int before = memory.size();
        Situation plain = Waves.at(2 * Waves.PERIOD + 1);
        Situation without =
                new Situation(plain.snapshot(), plain.mid(), null, plain.coordinates(), 3);
        assertThat(memory.observe(without).missing()).isEqualTo(3);
        memory.observe(Waves.at(4 * Waves.PERIOD));

        // The 60 that waited, less those of whom no horizon ended at a minute that was seen.
        assertThat(memory.size()).isEqualTo(before + HOUR - 4);
    }

    @ParameterizedTest
    @EnumSource
    void restoredMemoryGoesOnBitForBit(MemoryConfig.Engine engine) throws IOException {
        AnalogueMemory straight = new AnalogueMemory(new MemoryConfig(engine, 300, 5));
        for (int minute = 0; minute < 500; minute++) {
            straight.observe(Waves.at(minute));
        }
        AnalogueMemory restored = StateBytes.restore(StateBytes.of(straight), new AnalogueMemory());
        for (int minute = 500; minute < 600; minute++) {
            assertThat(restored.observe(Waves.at(minute)))
                    .isEqualTo(straight.observe(Waves.at(minute)));
        }

        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
        assertThat(restored.size()).isEqualTo(300);
    }

    @Test
    void anotherEngineHoldsTheSame() throws IOException {
        MemoryConfig exact = new MemoryConfig(MemoryConfig.Engine.EXACT, 1_000, 5);
        MemoryConfig graph = new MemoryConfig(MemoryConfig.Engine.GRAPH, 1_000, 5);
        AnalogueMemory memory = new AnalogueMemory(exact);
        AnalogueMemory always = new AnalogueMemory(graph);
        for (int minute = 0; minute < 500; minute++) {
            memory.observe(Waves.at(minute));
            always.observe(Waves.at(minute));
        }

        assertThat(memory.as(exact)).isSameAs(memory);
        assertThat(StateBytes.of(memory.as(graph))).isEqualTo(StateBytes.of(always));
        assertThat(StateBytes.of(always.as(exact))).isEqualTo(StateBytes.of(memory));
    }

    @Test
    void aSmallerMemoryHoldsTheNewest() {
        AnalogueMemory memory =
                new AnalogueMemory(new MemoryConfig(MemoryConfig.Engine.EXACT, 500, 400));
        for (int minute = 0; minute < 500; minute++) {
            memory.observe(Waves.at(minute));
        }
        AnalogueMemory small = memory.as(new MemoryConfig(MemoryConfig.Engine.EXACT, 256, 256));
        Analogues all = memory.observe(Waves.at(500));
        Analogues newest = small.observe(Waves.at(500));

        assertThat(all.held()).isEqualTo(441);
        assertThat(newest.held()).isEqualTo(256);
        assertThat(newest.outcomes().get(0).count()).isEqualTo(256);
    }

    @Test
    void refusesWhatIsNotInOrder() {
        AnalogueMemory memory = new AnalogueMemory();
        memory.observe(Waves.at(3));

        assertThatThrownBy(() -> memory.observe(Waves.at(3)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("situations in order of time");
        assertThatThrownBy(() -> new MemoryConfig(MemoryConfig.Engine.GRAPH, 10, 5))
                .hasMessage("need memory.capacity >= 256, was capacity=10");
        assertThatThrownBy(() -> new MemoryConfig(MemoryConfig.Engine.GRAPH, 300, 301))
                .hasMessage(
                        "need 1 <= memory.neighbours <= capacity, was neighbours=301 capacity=300");
    }

    @Test
    void equalSituationsGiveEqualStates() throws IOException {
        List<byte[]> states = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            AnalogueMemory memory = new AnalogueMemory();
            for (int minute = 0; minute < 400; minute++) {
                memory.observe(Waves.at(minute));
            }
            states.add(StateBytes.of(memory));
        }

        assertThat(states.get(1)).isEqualTo(states.get(0));
    }
}
