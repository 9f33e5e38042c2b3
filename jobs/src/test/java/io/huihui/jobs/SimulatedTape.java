package io.huihui.jobs;

import io.huihui.connectors.tape.TapeDescription;
import io.huihui.connectors.tape.TapeWriter;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the first minutes of a simulated session to a tape. */
final class SimulatedTape {

    private SimulatedTape() {}

    static void write(SimulationConfig config, int minutes, Path folder) throws IOException {
        Simulation simulation = new Simulation(config);
        try (TapeWriter tape =
                TapeWriter.create(
                        folder,
                        TapeDescription.of(
                                config.symbolNames(), List.of(), "simulator", "Apache-2.0"))) {
            MarketSink sink = new ToTape(tape);
            for (int second = 0; second < minutes * 60; second++) {
                simulation.advance(sink, record -> {});
            }
        }
    }

    private record ToTape(TapeWriter tape) implements MarketSink {

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            write(() -> tape.write(event));
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {
            write(() -> tape.write(Topics.NEWS, item));
        }

        @Override
        public void media(MediaItem item, long arrivalMillis) {
            write(() -> tape.write(Topics.MEDIA, item));
        }

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {
            write(() -> tape.write(Topics.MACRO, release));
        }

        private static void write(Step step) {
            try {
                step.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
