package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;

/** A measurement of quality on planted truth, over seeds that share no path. */
public interface Suite {

    /** Name on the command line: {@code ./huihui evaluate NAME}. */
    String name();

    /** The question it answers, in one sentence. */
    String question();

    /**
     * Measures over the seeds and returns the figures; progress goes to {@code progress}.
     *
     * @param seeds at least two, or there is no interval
     */
    Bench.Result run(SeedRange seeds, Bench.Progress progress);
}
