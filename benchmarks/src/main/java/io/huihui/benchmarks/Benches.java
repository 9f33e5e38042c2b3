package io.huihui.benchmarks;

import io.huihui.benchmarks.console.CompassBench;
import io.huihui.benchmarks.console.ConsoleBench;
import io.huihui.benchmarks.console.ConsolePageBench;
import io.huihui.benchmarks.evaluate.flow.ImpactBench;
import io.huihui.benchmarks.evaluate.flow.ShapBench;
import io.huihui.benchmarks.evaluate.gate.BoosterBench;
import io.huihui.benchmarks.evaluate.gate.GateBench;
import io.huihui.benchmarks.flow.BookFlowBench;
import io.huihui.benchmarks.graph.GraphBench;
import io.huihui.benchmarks.learners.LearnersBench;
import io.huihui.benchmarks.mining.MiningBench;
import io.huihui.benchmarks.pipeline.ExpertsBench;
import io.huihui.benchmarks.pipeline.LatencyBench;
import io.huihui.benchmarks.pipeline.PipelineBench;
import io.huihui.benchmarks.pipeline.ShockBench;
import io.huihui.benchmarks.provider.CacheBench;
import io.huihui.benchmarks.quant.ChainBench;
import io.huihui.benchmarks.quant.ImpliedVolatilityBench;
import io.huihui.benchmarks.regime.RegimeBench;
import io.huihui.benchmarks.registry.RegistryBench;
import io.huihui.benchmarks.store.CopyBench;
import io.huihui.benchmarks.store.PartitionsBench;
import io.huihui.benchmarks.vector.VectorBench;

import java.util.List;

/** Every bench there is. */
public final class Benches {

    private Benches() {}

    /** Returns the benches in the order in which they are listed. */
    public static List<Bench> all() {
        return List.of(
                new PipelineBench(),
                new ExpertsBench(),
                new LatencyBench(),
                new ShockBench(),
                new ChainBench(),
                new ImpliedVolatilityBench(),
                new BookFlowBench(),
                new ImpactBench(),
                new GateBench(),
                new BoosterBench(),
                new ShapBench(),
                new LearnersBench(),
                new RegimeBench(),
                new CopyBench(),
                new PartitionsBench(),
                new VectorBench(),
                new CacheBench(),
                new MiningBench(),
                new GraphBench(),
                new CompassBench(),
                new RegistryBench(),
                new ConsoleBench(),
                new ConsolePageBench());
    }
}
