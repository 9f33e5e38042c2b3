package io.huihui.cli;

import io.huihui.connectors.tape.TapeDescription;
import io.huihui.connectors.tape.TapeWriter;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.TruthWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A simulated market as a tape, with its truth in the folder {@code truth} beside it, which only
 * the evaluator reads.
 */
final class SimulatedTape implements MarketSink {

    private static final String LICENCE = "Apache-2.0";

    private final TapeWriter tape;

    private SimulatedTape(TapeWriter tape) {
        this.tape = tape;
    }

    /**
     * Writes the tape and returns how many records it holds.
     *
     * @param seconds of market time after which it ends, if the sessions are not over before
     */
    static long write(SimulationConfig config, long seconds, Path folder) {
        try {
            TapeWriter tape = TapeWriter.create(folder, description(config));
            try (TruthWriter truth = new TruthWriter(folder.resolve("truth"))) {
                Simulation simulation = new Simulation(config);
                SimulatedTape sink = new SimulatedTape(tape);
                for (long i = 0; i < seconds && simulation.advance(sink, truth); i++) {}
            } catch (IOException | RuntimeException e) {
                tape.abandon();
                throw e;
            }
            return tape.finish().records();
        } catch (UncheckedIOException e) {
            throw unusable(folder, e.getCause());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        try {
            tape.write(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        write(Topics.NEWS, item);
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        write(Topics.MEDIA, item);
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        write(Topics.MACRO, release);
    }

    private <T> void write(Topic<T> topic, T value) {
        try {
            tape.write(topic, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TapeDescription description(SimulationConfig config) {
        List<String> sessions =
                Arrays.stream(config.sessionDays())
                        .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                        .toList();
        return TapeDescription.of(
                config.symbolNames(), sessions, "simulated market, seed " + config.seed(), LICENCE);
    }

    private static UserError unusable(Path folder, IOException cause) {
        return new UserError(
                "need a folder that can be written, was "
                        + folder
                        + " ("
                        + cause
                        + "): choose another with --out",
                cause);
    }
}
