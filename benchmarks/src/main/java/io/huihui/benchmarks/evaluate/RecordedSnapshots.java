package io.huihui.benchmarks.evaluate;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Snapshots of a simulated market, some time after its opening. */
public final class RecordedSnapshots implements MarketSink {

    private static final int SYMBOLS = 4;

    /** By then every feature that the experts need has its history. */
    private static final int SKIPPED_SECONDS = 75 * 60;

    /** Events are waited for this long before their second is ended, as the job's watermark. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final Map<String, List<FeatureSnapshot>> snapshots = new TreeMap<>();
    private final Map<String, SymbolSeconds> symbols = new TreeMap<>();

    private RecordedSnapshots() {}

    /** Returns so many snapshots of each of a few symbols, one a second from the same time. */
    public static List<List<FeatureSnapshot>> of(long seed, int seconds) {
        RecordedSnapshots recorder = new RecordedSnapshots();
        Simulation simulation = new Simulation(SimulationConfig.of(seed, 1, SYMBOLS));
        boolean more = true;
        while (more && !recorder.has(SKIPPED_SECONDS + seconds)) {
            more = simulation.advance(recorder, truth -> {});
            long closed = simulation.nowMillis() - PATIENCE_MILLIS;
            recorder.symbols.values().forEach(symbol -> symbol.closeUpTo(closed));
        }
        List<List<FeatureSnapshot>> taken = new ArrayList<>();
        for (List<FeatureSnapshot> all : recorder.snapshots.values()) {
            taken.add(List.copyOf(all.subList(SKIPPED_SECONDS, SKIPPED_SECONDS + seconds)));
        }
        return taken;
    }

    private boolean has(int count) {
        return snapshots.size() == SYMBOLS
                && snapshots.values().stream().allMatch(each -> each.size() >= count);
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        symbols.computeIfAbsent(event.symbol(), this::record).event(event);
    }

    private SymbolSeconds record(String symbol) {
        List<FeatureSnapshot> own = new ArrayList<>();
        snapshots.put(symbol, own);
        return new SymbolSeconds(symbol, own::add);
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        // The suite asks how experts answer, not what.
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        // Likewise.
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        // Likewise.
    }
}
