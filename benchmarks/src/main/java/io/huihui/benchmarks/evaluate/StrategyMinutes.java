package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.MarketSecond;
import io.huihui.models.strategy.SampleJoin;
import io.huihui.models.strategy.StrategySample;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;

/** The minutes of a simulated market as the strategy composer is sent them by the main job. */
public final class StrategyMinutes implements DecisionPipeline.JudgedSecond {

    private final SampleJoin join = new SampleJoin();
    private final List<StrategySample> samples = new ArrayList<>();

    private StrategyMinutes() {}

    /** Returns the minutes of one symbol by the main job's experts and gate. */
    public static List<StrategySample> simulated(long seed, int sessions) {
        StrategyMinutes minutes = new StrategyMinutes();
        SimulatedSession.run(
                SimulationConfig.of(seed, sessions, 1),
                symbol -> DecisionPipeline.ofMainJob(symbol, minutes));
        return minutes.samples;
    }

    @Override
    public void judged(MarketSecond second, Verdict verdict) {
        join.add(second.snapshot());
        StrategySample sample = join.add(verdict);
        if (sample != null) {
            samples.add(sample);
        }
    }
}
