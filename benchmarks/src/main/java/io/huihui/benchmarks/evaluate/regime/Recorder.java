package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.evaluate.SymbolSeconds;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.CorrelationBreak;
import io.huihui.simulator.truth.MacroSurprise;
import io.huihui.simulator.truth.MicroSwitch;
import io.huihui.simulator.truth.StateSwitch;
import io.huihui.simulator.truth.ThesisTruth;
import io.huihui.simulator.truth.TruthRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Takes down one simulated market: a recording per symbol. */
final class Recorder implements MarketSink {

    /** Events are waited for this long before their second is ended, as the job's watermark. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final TreeMap<String, Taker> takers = new TreeMap<>();
    private final List<MacroRelease> macro = new ArrayList<>();

    private Recorder(List<String> symbols) {
        symbols.forEach(symbol -> takers.put(symbol, new Taker(symbol)));
    }

    /** Returns the recordings of one session in the order of the symbols. */
    static List<Recording> record(SimulationConfig config) {
        Recorder recorder = new Recorder(config.symbolNames());
        Simulation simulation = new Simulation(config);
        boolean more;
        do {
            more = simulation.advance(recorder, recorder::truth);
            long closed = simulation.nowMillis() - PATIENCE_MILLIS;
            recorder.takers.values().forEach(taker -> taker.seconds.closeUpTo(closed));
        } while (more);
        return config.symbolNames().stream()
                .map(symbol -> recorder.takers.get(symbol))
                .map(taker -> taker.recording(config.seed(), recorder.macro))
                .toList();
    }

    private void truth(TruthRecord record) {
        if (record instanceof StateSwitch change) {
            takers.get(change.symbol()).truth.add(record);
        } else if (record instanceof MicroSwitch change) {
            takers.get(change.symbol()).truth.add(record);
        } else if (record instanceof CorrelationBreak broken) {
            takers.get(broken.symbol()).truth.add(record);
        } else if (record instanceof ThesisTruth thesis) {
            takers.get(thesis.symbol()).truth.add(record);
        } else if (record instanceof MacroSurprise) {
            takers.values().forEach(taker -> taker.truth.add(record));
        }
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        takers.get(event.symbol()).seconds.event(event);
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        // The regime models read no news.
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        // Nor images and speech.
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        macro.add(release);
    }

    /** What is taken down of one symbol. */
    private static final class Taker {

        private final String symbol;
        private final SymbolSeconds seconds;
        private final List<float[]> rows = new ArrayList<>();
        private final List<TruthRecord> truth = new ArrayList<>();
        private long firstSecondMillis;

        private Taker(String symbol) {
            this.symbol = symbol;
            seconds = new SymbolSeconds(symbol, this::snapshot);
        }

        private void snapshot(FeatureSnapshot snapshot) {
            if (rows.isEmpty()) {
                firstSecondMillis = snapshot.id().secondEndMillis();
            }
            float[] row = new float[Recording.FEATURES.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) snapshot.features().orNaN(Recording.FEATURES[i]);
            }
            rows.add(row);
        }

        private Recording recording(long seed, List<MacroRelease> macro) {
            return new Recording(
                    symbol,
                    seed,
                    firstSecondMillis,
                    rows.toArray(float[][]::new),
                    List.copyOf(truth),
                    List.copyOf(macro));
        }
    }
}
