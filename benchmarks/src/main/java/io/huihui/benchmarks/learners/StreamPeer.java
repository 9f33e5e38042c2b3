package io.huihui.benchmarks.learners;

/** A learner of another library that says and learns one example after the other. */
public interface StreamPeer {

    /** Name and version of the library. */
    String name();

    /** Begins anew, knowing nothing, and turns the examples into its own form; not timed. */
    void begin(double[][] examples, int[] labels, int classes);

    /** Says whether it would have been right about an example, then learns it. */
    boolean learn(int example);
}
