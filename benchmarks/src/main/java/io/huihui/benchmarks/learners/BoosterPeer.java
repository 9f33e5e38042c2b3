package io.huihui.benchmarks.learners;

/** Another library's boosted ensemble for streams that change. */
public interface BoosterPeer extends StreamPeer {}
