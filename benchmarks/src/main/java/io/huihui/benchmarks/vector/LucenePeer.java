package io.huihui.benchmarks.vector;

/** Lucene's graph. */
public interface LucenePeer extends VectorPeer {}
