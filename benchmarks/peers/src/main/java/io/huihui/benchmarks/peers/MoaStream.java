package io.huihui.benchmarks.peers;

import com.yahoo.labs.samoa.instances.Attribute;
import com.yahoo.labs.samoa.instances.DenseInstance;
import com.yahoo.labs.samoa.instances.Instance;
import com.yahoo.labs.samoa.instances.Instances;
import com.yahoo.labs.samoa.instances.InstancesHeader;
import moa.classifiers.AbstractClassifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One classifier of MOA with its default options, and the examples in MOA's form. */
final class MoaStream {

    static final String NAME = "MOA 2024.07.0";

    private final AbstractClassifier classifier;
    private final Instance[] instances;

    MoaStream(AbstractClassifier classifier, double[][] examples, int[] labels, int classes) {
        this.classifier = classifier;
        int inputs = examples[0].length;
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            attributes.add(new Attribute("input" + i));
        }
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add(Integer.toString(c));
        }
        attributes.add(new Attribute("class", names));
        Instances header = new Instances("examples", attributes, 0);
        header.setClassIndex(inputs);
        InstancesHeader context = new InstancesHeader(header);
        instances = new Instance[examples.length];
        for (int i = 0; i < instances.length; i++) {
            double[] values = Arrays.copyOf(examples[i], inputs + 1);
            values[inputs] = labels[i];
            instances[i] = new DenseInstance(1, values);
            instances[i].setDataset(context);
        }
        classifier.setModelContext(context);
        classifier.prepareForUse();
    }

    boolean learn(int example) {
        boolean right = classifier.correctlyClassifies(instances[example]);
        classifier.trainOnInstance(instances[example]);
        return right;
    }
}
