package io.huihui.benchmarks.peers;

import io.huihui.benchmarks.learners.TreePeer;

import moa.classifiers.trees.HoeffdingAdaptiveTree;

/** MOA's Hoeffding adaptive tree with its default options. */
public final class MoaTree implements TreePeer {

    private MoaStream stream;

    @Override
    public String name() {
        return MoaStream.NAME;
    }

    @Override
    public void begin(double[][] examples, int[] labels, int classes) {
        stream = new MoaStream(new HoeffdingAdaptiveTree(), examples, labels, classes);
    }

    @Override
    public boolean learn(int example) {
        return stream.learn(example);
    }
}
