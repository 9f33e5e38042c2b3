package io.huihui.benchmarks.evaluate;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.metric.MetricConfig;
import io.huihui.models.metric.Moment;
import io.huihui.models.metric.SymbolFeatures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Events of one symbol into a snapshot per second, by the same plain class the operator uses. */
public final class SymbolSeconds {

    private final String symbol;
    private final Consumer<FeatureSnapshot> snapshots;
    private final SymbolFeatures features = new SymbolFeatures();
    private final MetricConfig metrics = MetricConfig.defaults();
    private final FeatureVector.Builder scratch = new FeatureVector.Builder();
    private final TreeMap<Long, List<MarketEvent>> pending = new TreeMap<>();
    private long closedMillis;

    /** Snapshots go to {@code snapshots} in order; corrected ones do not. */
    public SymbolSeconds(String symbol, Consumer<FeatureSnapshot> snapshots) {
        this.symbol = symbol;
        this.snapshots = snapshots;
    }

    /** Returns the features, as the last second that was ended left them. */
    SymbolFeatures features() {
        return features;
    }

    /** Takes an event; one whose second is over corrects it, as in the job. */
    public void event(MarketEvent event) {
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        if (end > closedMillis) {
            pending.computeIfAbsent(end, key -> new ArrayList<>()).add(event);
        } else if (closedMillis - end < Moment.CORRECTION_SECONDS * 1000L) {
            features.correct(new SnapshotId(symbol, end), List.of(event), scratch);
        }
    }

    /** Ends every second up to a time. */
    public void closeUpTo(long endMillis) {
        while (!pending.isEmpty() && pending.firstKey() <= endMillis) {
            long next = closedMillis == 0 ? pending.firstKey() : closedMillis + 1000;
            if (!TradingCalendar.newYork().isOpen(next - 1)) {
                next = pending.firstKey();
            }
            List<MarketEvent> events = pending.getOrDefault(next, new ArrayList<>());
            pending.remove(next);
            events.sort(MarketEvent.EFFECT_ORDER);
            closedMillis = next;
            snapshots.accept(features.closeSecond(symbol, next, events, metrics, scratch));
        }
    }
}
