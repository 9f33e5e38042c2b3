package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.evaluate.flow.BorrowingTrainer;
import io.huihui.benchmarks.evaluate.flow.FlowTrainer;
import io.huihui.benchmarks.evaluate.flow.ImpactTrainer;
import io.huihui.benchmarks.evaluate.regime.RegimeThesisTrainer;
import io.huihui.benchmarks.evaluate.regime.RegimeTrainer;
import io.huihui.benchmarks.evaluate.sentiment.SentimentThesisTrainer;
import io.huihui.models.Require;
import io.huihui.network.ComputeDevice;

import java.util.List;

/** The trainers of {@code ./huihui train}, by name. */
public final class Trainers {

    private static final List<Trainer> ALL =
            List.of(
                    new FlowTrainer(),
                    new ImpactTrainer(),
                    new BorrowingTrainer(),
                    new RegimeTrainer(),
                    new RegimeThesisTrainer(),
                    new GateNetworkTrainer(ComputeDevice.CPU),
                    new SentimentThesisTrainer());

    private Trainers() {}

    public static List<Trainer> all() {
        return ALL;
    }

    /**
     * Returns the trainer of this name; throws a sentence that lists the names when there is none.
     */
    public static Trainer named(String name) {
        for (Trainer trainer : ALL) {
            if (trainer.name().equals(name)) {
                return trainer;
            }
        }
        throw Require.violated(
                "one of the trainers " + ALL.stream().map(Trainer::name).toList(),
                "`" + name + "`");
    }
}
