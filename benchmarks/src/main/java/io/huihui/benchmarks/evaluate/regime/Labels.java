package io.huihui.benchmarks.evaluate.regime;

import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.truth.MicroSwitch;
import io.huihui.simulator.truth.StateSwitch;

import java.util.Arrays;
import java.util.List;

/**
 * The planted states of a recording, second by second. Conditions have the order of the simulator's
 * states, which is that of {@code MarketCondition} without its last.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Labels(int[] condition, int[] micro, boolean[] announced, List<StateSwitch> switches) {

    static Labels of(Recording recording) {
        int seconds = recording.seconds();
        int[] condition = new int[seconds];
        int[] micro = new int[seconds];
        boolean[] announced = new boolean[seconds];
        List<StateSwitch> switches = recording.truth(StateSwitch.class);
        for (StateSwitch change : switches) {
            int from = second(recording, change.eventTimeMillis());
            Arrays.fill(condition, from, seconds, change.to().ordinal());
            if (change.precursor() != Precursor.NONE) {
                int begin = second(recording, change.precursorMillis());
                Arrays.fill(announced, Math.min(begin, from), from, true);
            }
        }
        for (MicroSwitch change : recording.truth(MicroSwitch.class)) {
            int from = second(recording, change.eventTimeMillis());
            Arrays.fill(micro, from, seconds, change.to().ordinal());
        }
        // The first state of a session is no switch, nor is one into the same state.
        List<StateSwitch> real =
                switches.stream().filter(change -> change.from() != change.to()).toList();
        return new Labels(condition, micro, announced, real);
    }

    /** Returns the first second whose snapshot can hold what happened at a time. */
    static int second(Recording recording, long millis) {
        long after = Math.floorDiv(millis - recording.firstSecondMillis(), 1000L) + 1;
        return (int) Math.max(0, Math.min(recording.seconds(), after));
    }
}
