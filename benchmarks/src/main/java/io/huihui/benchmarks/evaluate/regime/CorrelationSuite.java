package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Quote;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.expert.regime.correlation.CorrelationTracker;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Plants;
import io.huihui.simulator.Rates;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.truth.CorrelationBreak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How soon it shows that a symbol left the company of the others, and how much surer the regime
 * expert could be of its calls if it knew.
 */
public final class CorrelationSuite implements Suite {

    private static final int SYMBOLS = 8;
    private static final double HALF_LIFE_MINUTES = 30;
    private static final long HALF_LIFE_MILLIS = 30 * 60_000L;

    /** Below minus this a symbol has left; chosen on seeds 61 to 63. */
    private static final double LEFT = 3;

    /** It is back when it departs by less than this. */
    private static final double BACK = 1.5;

    /** A departure is still seen for a while after a break has ended. */
    private static final long AFTERWARDS_MILLIS = 10 * 60_000L;

    /** The usual correlations are not known before. */
    private static final long WARM_UP_MILLIS = 20 * 60_000L;

    /** Quotes only: all that correlations read. Nothing but breaks is planted. */
    private static final Rates QUOTES = new Rates(0.5, 2, 0, 5, 0, 0, 0, 0);

    private static final Plants BREAKS = new Plants(0, true, false, 0, 0, 0, 0, 1, 0, 0);

    @Override
    public String name() {
        return "correlation";
    }

    @Override
    public String question() {
        return "How soon does it show that a symbol left the company of the others?";
    }

    /** A departure that was shown. */
    private record Alarm(int symbol, long millis) {}

    /** What one seed came to. */
    private record Found(double recall, double falsePerHour, double minutes, double least) {}

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Found> found = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            found.add(market(seed));
            progress.say("seed " + seed + ": " + found.get(found.size() - 1));
        }
        double least = found.stream().mapToDouble(Found::least).min().orElseThrow();
        StressedConfidence confidence = StressedConfidence.of(seeds, progress);
        List<Metric> metrics = new ArrayList<>();
        metrics.add(metric("recall", found, Found::recall, "share"));
        metrics.add(metric("false_per_hour", found, Found::falsePerHour, "per hour"));
        metrics.add(metric("detection_minutes", found, Found::minutes, "minutes"));
        metrics.addAll(confidence.metrics());
        List<Metric> guards = new ArrayList<>();
        guards.add(Metric.of("least_pivot", least, "ratio"));
        guards.addAll(confidence.guards());
        return new Bench.Result(metrics, guards, least >= 0);
    }

    private static Metric metric(
            String name, List<Found> found, ToDoubleFunction<Found> figure, String unit) {
        Bootstrap.Interval interval =
                Bootstrap.of(found.stream().mapToDouble(figure).filter(Double::isFinite).toArray());
        return new Metric(name, interval.mean(), interval.low(), interval.high(), null, unit);
    }

    private static Found market(long seed) {
        SimulationConfig config =
                SimulationConfig.of(seed, 1, SYMBOLS).withPlants(BREAKS).withRates(QUOTES);
        Watch watch = new Watch(config.symbolNames());
        Simulation simulation = new Simulation(config);
        boolean more;
        do {
            more =
                    simulation.advance(
                            watch,
                            truth -> {
                                if (truth instanceof CorrelationBreak broken) {
                                    watch.breaks.add(broken);
                                }
                            });
        } while (more);
        return watch.found();
    }

    /** Feeds quotes to the tracker and takes down departures. */
    private static final class Watch implements MarketSink {

        private final List<String> symbols;
        private final CorrelationTracker tracker;
        private final boolean[] left = new boolean[SYMBOLS];
        private final List<Alarm> alarms = new ArrayList<>();
        private final List<CorrelationBreak> breaks = new ArrayList<>();
        private long firstMillis;
        private long lastMillis;
        private double least = Double.POSITIVE_INFINITY;

        private Watch(List<String> symbols) {
            this.symbols = symbols;
            tracker = new CorrelationTracker(symbols, HALF_LIFE_MINUTES);
        }

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            if (!(event instanceof Quote quote) || !(quote.bid() > 0 && quote.ask() > 0)) {
                return;
            }
            long now = Math.max(lastMillis, event.eventTimeMillis());
            firstMillis = firstMillis == 0 ? now : firstMillis;
            lastMillis = now;
            double mid = 0.5 * (quote.bid() + quote.ask());
            if (tracker.observe(symbols.indexOf(quote.symbol()), now, mid)) {
                look(now);
            }
        }

        private void look(long now) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                double departure = tracker.departure(symbol);
                if (!left[symbol] && departure <= -LEFT && now - firstMillis > WARM_UP_MILLIS) {
                    left[symbol] = true;
                    alarms.add(new Alarm(symbol, now));
                } else if (left[symbol] && departure >= -BACK) {
                    left[symbol] = false;
                }
            }
            CorrelationMatrix matrix = tracker.matrix(now);
            if (matrix != null && now % 60_000 < 5_000) {
                least = Math.min(least, leastPivot(matrix));
            }
        }

        private Found found() {
            int seen = 0;
            int all = 0;
            double minutes = 0;
            for (CorrelationBreak broken : breaks) {
                long at = broken.eventTimeMillis();
                if (at - firstMillis < 2 * WARM_UP_MILLIS) {
                    continue;
                }
                all++;
                for (Alarm alarm : alarms) {
                    if (of(alarm, broken) && alarm.millis() <= at + HALF_LIFE_MILLIS) {
                        seen++;
                        minutes += (alarm.millis() - at) / 60_000.0;
                        break;
                    }
                }
            }
            long wrong =
                    alarms.stream().filter(a -> breaks.stream().noneMatch(b -> of(a, b))).count();
            return new Found(
                    all == 0 ? Double.NaN : seen / (double) all,
                    wrong / ((lastMillis - firstMillis) / 3_600_000.0),
                    seen == 0 ? Double.NaN : minutes / seen,
                    least);
        }

        private boolean of(Alarm alarm, CorrelationBreak broken) {
            return symbols.get(alarm.symbol()).equals(broken.symbol())
                    && alarm.millis() >= broken.eventTimeMillis()
                    && alarm.millis() <= broken.endMillis() + AFTERWARDS_MILLIS;
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {
            // Correlations read prices alone.
        }

        @Override
        public void media(MediaItem item, long arrivalMillis) {
            // As above.
        }

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {
            // As above.
        }
    }

    /** Least pivot of an elimination: negative where the matrix is not positive semidefinite. */
    static double leastPivot(CorrelationMatrix matrix) {
        int size = matrix.symbols().size();
        double[][] rest = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rest[i][j] = matrix.of(i, j);
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            least = Math.min(least, rest[k][k]);
            for (int i = k + 1; i < size; i++) {
                double factor = rest[i][k] / rest[k][k];
                for (int j = k; j < size; j++) {
                    rest[i][j] -= factor * rest[k][j];
                }
            }
        }
        return least;
    }
}
