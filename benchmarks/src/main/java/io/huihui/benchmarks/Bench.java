package io.huihui.benchmarks;

import java.util.List;

/** A speed measurement beside its reference, in one run. */
public interface Bench {

    /** Name on the command line: {@code ./huihui bench NAME}. */
    String name();

    /** The question it answers, in one sentence. */
    String question();

    /**
     * Measures and returns the figures; progress goes to {@code progress}.
     *
     * @throws MissingInputException when a recording it needs is not on this machine
     */
    Result run(Progress progress);

    /** The figures of one run. */
    record Result(List<Metric> metrics, List<Metric> guards, boolean pass) {}

    /** Where a long run says how far it is. */
    interface Progress {
        void say(String line);
    }
}
