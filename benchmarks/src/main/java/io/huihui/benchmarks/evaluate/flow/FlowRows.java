package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.metric.MetricConfig;
import io.huihui.models.metric.Moment;
import io.huihui.models.metric.SymbolFeatures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Turns events of one symbol into rows of {@link FlowColumns}, one per second, as the job does. */
final class FlowRows {

    private static final long SECOND = 1_000;

    private final String symbol;
    private final SymbolFeatures features = new SymbolFeatures();
    private final MetricConfig metrics = MetricConfig.defaults();
    private final FeatureVector.Builder scratch = new FeatureVector.Builder();
    private final TreeMap<Long, List<MarketEvent>> pending = new TreeMap<>();
    private final List<double[]> rows = new ArrayList<>();
    private long openMillis;
    private long closedMillis;

    FlowRows(String symbol) {
        this.symbol = symbol;
    }

    /** Says where the first second begins; only the first call counts. */
    void begin(long millis) {
        if (openMillis == 0) {
            openMillis = millis;
            closedMillis = millis;
        }
    }

    /** Takes an event; one whose second is over corrects it. */
    void event(MarketEvent event) {
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        if (end > closedMillis) {
            pending.computeIfAbsent(end, key -> new ArrayList<>()).add(event);
        } else if (closedMillis - end < Moment.CORRECTION_SECONDS * SECOND) {
            features.correct(new SnapshotId(symbol, end), List.of(event), scratch);
        }
    }

    /** Ends every second up to a time, as long as there are events. */
    void closeUpTo(long endMillis) {
        while (closedMillis + SECOND <= endMillis && !pending.isEmpty()) {
            closedMillis += SECOND;
            List<MarketEvent> events = pending.remove(closedMillis);
            List<MarketEvent> inSecond = events == null ? new ArrayList<>() : events;
            inSecond.sort(MarketEvent.EFFECT_ORDER);
            FeatureVector vector =
                    features.closeSecond(symbol, closedMillis, inSecond, metrics, scratch)
                            .features();
            double[] row = new double[FlowColumns.ALL.length];
            for (int column = 0; column < row.length; column++) {
                row[column] = vector.orNaN(FlowColumns.ALL[column]);
            }
            rows.add(row);
        }
    }

    long openMillis() {
        return openMillis;
    }

    List<double[]> rows() {
        return rows;
    }
}
