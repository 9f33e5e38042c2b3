package io.huihui.benchmarks.learners;

/** Another library's decision tree for streams that change. */
public interface TreePeer extends StreamPeer {}
