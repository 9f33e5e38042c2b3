package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Trainer;

/** Fits the forecaster of market conditions. */
public final class RegimeTrainer implements Trainer {

    /** Seeds on which thresholds are chosen. */
    static final SeedRange VALIDATION = new SeedRange(61, 69);

    @Override
    public String name() {
        return "regime";
    }

    @Override
    public String purpose() {
        return "The conditions of the market, what they emit, how long they last and what ends them.";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        return String.join("\n", new RegimeTraining(seeds, VALIDATION, progress).fit()) + "\n";
    }
}
