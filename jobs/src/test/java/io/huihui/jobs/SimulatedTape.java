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
import java.util.function.Consumer;

/** The first minutes of a simulated session. */
final class SimulatedTape {

    private SimulatedTape() {}

    /** Writes market events, news and macro figures of the first minutes to a tape. */
    static void write(SimulationConfig config, int minutes, Path folder) throws IOException {
        Simulation simulation = new Simulation(config);
        try (TapeWriter tape =
                TapeWriter.create(
                        folder,
                        TapeDescription.of(
                                config.symbolNames(), List.of(), "simulator", "Apache-2.0"))) {
            advance(simulation, minutes, new ToTape(tape));
        }
    }

    /** Hands over the market events of the first minutes in order of arrival. */
    static void play(SimulationConfig config, int minutes, Consumer<MarketEvent> events) {
        advance(new Simulation(config), minutes, new EventsOnly(events));
    }

    private static void advance(Simulation simulation, int minutes, MarketSink sink) {
        for (int second = 0; second < minutes * 60; second++) {
            simulation.advance(sink, record -> {});
        }
    }

    private record EventsOnly(Consumer<MarketEvent> events) implements MarketSink {

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            events.accept(event);
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {}

        @Override
        public void media(MediaItem item, long arrivalMillis) {}

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {}
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
