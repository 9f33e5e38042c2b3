package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;

/** Fits a model file that is shipped, from simulated sessions of seeds that no suite reports on. */
public interface Trainer {

    /** Name on the command line: {@code ./huihui train NAME}. */
    String name();

    /** What it fits, in one sentence. */
    String purpose();

    /** Returns the text of the model file; progress goes to {@code progress}. */
    String train(SeedRange seeds, Bench.Progress progress);
}
