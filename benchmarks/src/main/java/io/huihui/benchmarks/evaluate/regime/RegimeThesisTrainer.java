package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Trainer;
import io.huihui.models.expert.regime.forecast.ForecastModel;

/** Fits the theses of the regime expert on the forecaster that is shipped. */
public final class RegimeThesisTrainer implements Trainer {

    @Override
    public String name() {
        return "regime-thesis";
    }

    @Override
    public String purpose() {
        return "What conditions and leanings make of up, down and flat.";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        RegimeTraining training = new RegimeTraining(seeds, RegimeTrainer.VALIDATION, progress);
        return String.join("\n", training.fitThesis(ForecastModel.shipped())) + "\n";
    }
}
