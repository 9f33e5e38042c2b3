package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.expert.sentiment.NewsReader;
import io.huihui.models.text.EntityLinker;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Runs one simulated market of one seed through a pipeline per symbol. */
public final class SimulatedSession {

    /** Events are waited for this long before their second is ended, as the job's watermark. */
    private static final long PATIENCE_MILLIS = 1_000;

    private SimulatedSession() {}

    /** Returns the outcomes of all symbols at a horizon. */
    static List<Outcome> outcomes(SimulationConfig config, Horizon horizon) {
        List<Outcome> outcomes = new ArrayList<>();
        SimulatedSession.<DecisionPipeline>run(config, DecisionPipeline::new)
                .forEach((symbol, pipeline) -> outcomes.addAll(pipeline.outcomes(horizon)));
        return outcomes;
    }

    /** Runs the market through a pipeline per symbol and returns them. */
    public static <P extends SymbolPipeline> SortedMap<String, P> run(
            SimulationConfig config, Function<String, P> maker) {
        TreeMap<String, P> pipelines = new TreeMap<>();
        NewsReader reader = new NewsReader(new LexiconScorer(), EntityLinker.defaults());
        Sink<P> sink = new Sink<>(pipelines, maker, reader);
        Simulation simulation = new Simulation(config);
        boolean more;
        do {
            // The truth log goes nowhere: this suite scores against prices, and nothing here may
            // see what was planted.
            more = simulation.advance(sink, truth -> {});
            long closed = simulation.nowMillis() - PATIENCE_MILLIS;
            pipelines.values().forEach(pipeline -> pipeline.closeUpTo(closed));
        } while (more);
        return pipelines;
    }

    /** Hands every record to the pipeline of its symbol. */
    private record Sink<P extends SymbolPipeline>(
            TreeMap<String, P> pipelines, Function<String, P> maker, NewsReader reader)
            implements MarketSink {

        private P of(String symbol) {
            return pipelines.computeIfAbsent(symbol, maker);
        }

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            of(event.symbol()).event(event);
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {
            reader.read(item).forEach(mention -> of(mention.symbol()).news(mention));
        }

        @Override
        public void media(MediaItem item, long arrivalMillis) {
            // Images and recordings become stories elsewhere.
        }

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {
            // The experts compared here are asked without macro figures.
        }
    }
}
