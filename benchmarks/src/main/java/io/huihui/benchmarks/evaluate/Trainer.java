package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.models.Require;
import io.huihui.network.ComputeDevice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Fits a model file: from simulated sessions of seeds that no suite reports on, or from tapes. */
public interface Trainer {

    /** Name on the command line: {@code ./huihui train NAME}. */
    String name();

    /** What it fits, in one sentence. */
    String purpose();

    /**
     * Returns this trainer as it computes on a device.
     *
     * @throws io.huihui.models.InvalidRecordException when the model is fitted on processors only
     */
    default Trainer on(ComputeDevice device) {
        Require.that(
                device == ComputeDevice.CPU,
                "device CPU for the model `" + name() + "`",
                "device " + device);
        return this;
    }

    /** Returns the text of the model file; progress goes to {@code progress}. */
    String train(SeedRange seeds, Bench.Progress progress);

    /**
     * Returns the text of a model file fitted on tapes, where prices alone tell what was right.
     *
     * @throws io.huihui.models.InvalidRecordException when the model needs what only a simulation
     *     tells
     */
    default String train(List<Path> tapes, Bench.Progress progress) throws IOException {
        throw Require.violated(
                "a model that prices alone can teach, e.g. gate, to be fitted on tapes",
                "`" + name() + "`: fit it with --seeds");
    }
}
