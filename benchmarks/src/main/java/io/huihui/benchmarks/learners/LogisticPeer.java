package io.huihui.benchmarks.learners;

import io.huihui.models.learner.FtrlRates;

/** Another library's logistic regression by FTRL-proximal. */
public interface LogisticPeer {

    /** Name and version of the library. */
    String name();

    /** Begins a model that knows nothing. */
    void begin(int inputs, FtrlRates rates);

    /** Turns examples into the library's own form, ready to be learned; not timed. */
    void load(double[][] examples, boolean[] yes);

    /** Learns every loaded example once, in order. */
    void learnAll();

    /** Returns the probability of a yes. */
    double predict(double[] example);
}
