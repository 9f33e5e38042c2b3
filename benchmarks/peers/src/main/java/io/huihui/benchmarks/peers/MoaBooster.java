package io.huihui.benchmarks.peers;

import io.huihui.benchmarks.learners.BoosterPeer;

import moa.classifiers.meta.OzaBoostAdwin;

/**
 * MOA's online boosting that begins a member anew where ADWIN finds that it errs more, with its
 * default options: ten Hoeffding trees.
 */
public final class MoaBooster implements BoosterPeer {

    private MoaStream stream;

    @Override
    public String name() {
        return MoaStream.NAME;
    }

    @Override
    public void begin(double[][] examples, int[] labels, int classes) {
        stream = new MoaStream(new OzaBoostAdwin(), examples, labels, classes);
    }

    @Override
    public boolean learn(int example) {
        return stream.learn(example);
    }
}
