package io.huihui.benchmarks.learners;

/** Another library's decision tree for streams that change. */
public interface TreePeer {

    /** Name and version of the library. */
    String name();

    /** Begins a tree that knows nothing, and turns the examples into its own form; not timed. */
    void begin(double[][] examples, int[] labels, int classes);

    /** Says whether the tree would have been right about an example, then learns it. */
    boolean learn(int example);
}
