package io.huihui.benchmarks.evaluate;

import io.huihui.connectors.tape.TapeDescription;
import io.huihui.connectors.tape.TapeFormatException;
import io.huihui.connectors.tape.TapeWriter;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.network.ComputeDevice;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TapeSessionTest {

    private static final SimulationConfig MARKET = SimulationConfig.of(1, 1, 2);
    private static final int SECONDS = 20;

    @TempDir Path folder;

    @Test
    void handsEveryEventToItsSymbolBeforeItsSecondIsEnded() throws IOException {
        Map<String, Integer> written = writeTape();

        SortedMap<String, Recorder> pipelines = TapeSession.run(folder, Recorder::new);

        assertThat(pipelines.keySet()).containsExactlyInAnyOrderElementsOf(MARKET.symbolNames());
        pipelines.forEach(
                (symbol, pipeline) -> {
                    assertThat(pipeline.events).as(symbol).isEqualTo(written.get(symbol));
                    assertThat(pipeline.ended).isSorted().hasSizeGreaterThanOrEqualTo(SECONDS);
                    assertThat(pipeline.tooLate).as("events of seconds that were over").isZero();
                });
    }

    @Test
    void aFolderWithoutATapeIsRefused() {
        assertThatThrownBy(() -> TapeSession.run(folder, Recorder::new))
                .isInstanceOf(TapeFormatException.class);
    }

    @Test
    void aTapeThatIsTooShortToLearnFromIsRefused() throws IOException {
        writeTape();

        Trainer trainer = Trainers.named("gate");
        assertThatThrownBy(() -> trainer.train(List.of(folder), line -> {}))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("need seconds with prices 15 minutes later");
    }

    @Test
    void onlyNetworksAreTrainedOnAGpu() {
        assertThat(Trainers.named("gate").on(ComputeDevice.GPU).name()).isEqualTo("gate");
        assertThatThrownBy(() -> Trainers.named("flow").on(ComputeDevice.GPU))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("need device CPU for the model `flow`");
    }

    private Map<String, Integer> writeTape() throws IOException {
        Map<String, Integer> written = new TreeMap<>();
        TapeWriter tape =
                TapeWriter.create(
                        folder,
                        TapeDescription.of(
                                MARKET.symbolNames(), List.of("2025-03-12"), "simulated", "none"));
        Simulation simulation = new Simulation(MARKET);
        MarketSink sink =
                new MarketSink() {
                    @Override
                    public void event(MarketEvent event, long arrivalMillis) {
                        written.merge(event.symbol(), 1, Integer::sum);
                        try {
                            tape.write(event);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }

                    @Override
                    public void news(NewsItem item, long arrivalMillis) {}

                    @Override
                    public void media(MediaItem item, long arrivalMillis) {}

                    @Override
                    public void macro(MacroRelease release, long arrivalMillis) {}
                };
        for (int second = 0; second < SECONDS; second++) {
            simulation.advance(sink, truth -> {});
        }
        tape.finish();
        return written;
    }

    /** Remembers what it was told. */
    private static final class Recorder implements SymbolPipeline {

        private final List<Long> ended = new ArrayList<>();
        private int events;
        private int tooLate;

        Recorder(String symbol) {
            assertThat(symbol).isNotEmpty();
        }

        @Override
        public void event(MarketEvent event) {
            events++;
            if (!ended.isEmpty() && event.eventTimeMillis() < ended.get(ended.size() - 1)) {
                tooLate++;
            }
        }

        @Override
        public void news(NewsMention mention) {}

        @Override
        public void closeUpTo(long endMillis) {
            ended.add(endMillis);
        }
    }
}
