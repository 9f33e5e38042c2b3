package io.huihui.benchmarks.peers;

import io.huihui.benchmarks.learners.LogisticPeer;
import io.huihui.models.learner.FtrlRates;

import common.Native;
import org.vowpalwabbit.spark.VowpalWabbitExample;
import org.vowpalwabbit.spark.VowpalWabbitNative;
import org.vowpalwabbit.spark.prediction.ScalarPrediction;

import java.util.Locale;

/**
 * Vowpal Wabbit through its own JVM binding, with examples that it has parsed before. An example
 * may be learned once only: the binding moves its indices anew each time.
 */
public final class VowpalWabbitLogistic implements LogisticPeer {

    private VowpalWabbitNative model;
    private VowpalWabbitExample[] examples = new VowpalWabbitExample[0];

    @Override
    public String name() {
        return "Vowpal Wabbit 9.3.0";
    }

    @Override
    public void begin(int inputs, FtrlRates rates) {
        Native.load();
        // The binding's examples get no constant of their own, so we hand one over as an input.
        model =
                new VowpalWabbitNative(
                        String.format(
                                Locale.ROOT,
                                "--ftrl --ftrl_alpha %f --ftrl_beta %f --l1 %f --l2 %f"
                                        + " --loss_function logistic --noconstant --quiet -b 18",
                                rates.alpha(),
                                rates.beta(),
                                rates.l1(),
                                rates.l2()));
    }

    @Override
    public void load(double[][] inputs, boolean[] yes) {
        for (VowpalWabbitExample each : examples) {
            each.close();
        }
        examples = new VowpalWabbitExample[inputs.length];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = example(inputs[i]);
            examples[i].setLabel(yes[i] ? 1 : -1);
        }
    }

    @Override
    public void learnAll() {
        for (VowpalWabbitExample each : examples) {
            each.learn();
        }
    }

    @Override
    public double predict(double[] inputs) {
        try (VowpalWabbitExample example = example(inputs)) {
            double sum = ((ScalarPrediction) example.predict()).getValue();
            return 1 / (1 + Math.exp(-sum));
        }
    }

    private VowpalWabbitExample example(double[] inputs) {
        VowpalWabbitExample example = model.createExample();
        int[] places = new int[inputs.length + 1];
        double[] values = new double[inputs.length + 1];
        for (int i = 0; i < inputs.length; i++) {
            places[i] = i + 1;
            values[i] = inputs[i];
        }
        values[inputs.length] = 1;
        example.addToNamespaceSparse('a', places, values);
        return example;
    }
}
