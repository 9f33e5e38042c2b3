package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Runs one simulated market of one seed through a pipeline per symbol. */
public final class SimulatedSession {

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
        SessionPipelines<P> pipelines = new SessionPipelines<>(maker);
        Sink sink = new Sink(pipelines);
        Simulation simulation = new Simulation(config);
        boolean more;
        do {
            // The truth log goes nowhere: this suite scores against prices, and nothing here may
            // see what was planted.
            more = simulation.advance(sink, truth -> {});
            pipelines.now(simulation.nowMillis());
        } while (more);
        return pipelines.bySymbol();
    }

    private record Sink(SessionPipelines<?> pipelines) implements MarketSink {

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            pipelines.event(event);
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {
            pipelines.news(item);
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
