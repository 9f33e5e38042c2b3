package io.huihui.benchmarks.vector;

/** JVector's graph. */
public interface JVectorPeer extends VectorPeer {}
