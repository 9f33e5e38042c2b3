package io.huihui.benchmarks.evaluate.flow;

import io.huihui.simulator.truth.Accumulation;
import io.huihui.simulator.truth.InformedEpisode;

/** What was planted at each second of a session: direction of the episode that is on, else 0. */
final class FlowTruth {

    final int[] informed;
    final int[] hidden;

    FlowTruth(FlowDay day) {
        informed = new int[day.seconds()];
        hidden = new int[day.seconds()];
        for (InformedEpisode episode : day.truth(InformedEpisode.class)) {
            mark(
                    informed,
                    day.second(episode.eventTimeMillis()) + 1,
                    day.second(episode.endMillis()),
                    episode.direction());
        }
        for (Accumulation episode : day.truth(Accumulation.class)) {
            mark(
                    hidden,
                    day.second(episode.eventTimeMillis()) + 1,
                    day.second(episode.endMillis()),
                    episode.direction());
        }
    }

    private static void mark(int[] seconds, int from, int to, int direction) {
        for (int i = Math.max(0, from); i <= Math.min(seconds.length - 1, to); i++) {
            seconds[i] = direction;
        }
    }
}
