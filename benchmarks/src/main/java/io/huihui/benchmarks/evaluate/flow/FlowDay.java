package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.TruthRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One simulated session of SPY: what the flow expert sees of every second, and the truth, which
 * only the scoring may see.
 */
public final class FlowDay {

    /** What the flow models read, in the order of the rows. */
    static final Feature[] COLUMNS = FlowColumns.ALL;

    private static final int SYMBOLS = 1;
    private static final int SESSIONS = 1;
    private static final long SECOND = 1_000;

    /** Events are waited for this long before their second is ended, as the job's watermark. */
    private static final long PATIENCE_MILLIS = 1_000;

    final long openMillis;

    /** One row of {@link #COLUMNS} per second; NaN = missing. */
    final List<double[]> rows;

    final List<TruthRecord> truth;

    FlowDay(long openMillis, List<double[]> rows, List<TruthRecord> truth) {
        this.openMillis = openMillis;
        this.rows = rows;
        this.truth = truth;
    }

    /** Returns the session of a seed. */
    static FlowDay simulate(long seed) {
        return simulate(seed, event -> event);
    }

    /**
     * Returns the session of a seed, its feed changed on the way.
     *
     * @param change returns the event to be seen, or null for one that is lost
     */
    static FlowDay simulate(long seed, UnaryOperator<MarketEvent> change) {
        return new Recorder(change).record(SimulationConfig.of(seed, SESSIONS, SYMBOLS));
    }

    int seconds() {
        return rows.size();
    }

    /** Returns when a second ends. */
    long endMillis(int second) {
        return openMillis + (second + 1) * SECOND;
    }

    /** Returns the row of the second that ends at a time, as an index; may lie outside. */
    int second(long endMillis) {
        return (int) ((endMillis - openMillis) / SECOND) - 1;
    }

    double value(int second, Feature feature) {
        return rows.get(second)[FlowColumns.indexOf(feature)];
    }

    /** Returns the second as the snapshot an expert sees. */
    FeatureSnapshot snapshot(int second, FeatureVector.Builder scratch) {
        scratch.reset();
        double[] row = rows.get(second);
        for (int column = 0; column < row.length; column++) {
            if (!Double.isNaN(row[column])) {
                scratch.set(COLUMNS[column], row[column]);
            }
        }
        return new FeatureSnapshot(new SnapshotId("SPY", endMillis(second)), 0, scratch.build());
    }

    /** Returns the truth of one kind, in order of time. */
    <T extends TruthRecord> List<T> truth(Class<T> kind) {
        return truth.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Plays a simulation through the features. */
    private static final class Recorder implements MarketSink {
        private final UnaryOperator<MarketEvent> change;
        private final List<TruthRecord> truth = new ArrayList<>();
        private FlowRows rows;

        Recorder(UnaryOperator<MarketEvent> change) {
            this.change = change;
        }

        FlowDay record(SimulationConfig config) {
            Simulation simulation = new Simulation(config);
            rows = new FlowRows("SPY");
            boolean more;
            do {
                more = simulation.advance(this, truth::add);
                rows.begin(simulation.nowMillis() - SECOND);
                rows.closeUpTo(simulation.nowMillis() - PATIENCE_MILLIS);
            } while (more);
            return new FlowDay(rows.openMillis(), rows.rows(), truth);
        }

        @Override
        public void event(MarketEvent told, long arrivalMillis) {
            MarketEvent event = change.apply(told);
            if (event != null) {
                rows.event(event);
            }
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {
            // The flow expert reads no news.
        }

        @Override
        public void media(MediaItem item, long arrivalMillis) {
            // The flow expert looks at no images and hears no speech.
        }

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {
            // The flow expert reads no macro figures.
        }
    }
}
