package io.huihui.benchmarks.peers;

import io.huihui.benchmarks.learners.TreePeer;

import com.yahoo.labs.samoa.instances.Attribute;
import com.yahoo.labs.samoa.instances.DenseInstance;
import com.yahoo.labs.samoa.instances.Instance;
import com.yahoo.labs.samoa.instances.Instances;
import com.yahoo.labs.samoa.instances.InstancesHeader;
import moa.classifiers.trees.HoeffdingAdaptiveTree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** MOA's Hoeffding adaptive tree with its default options. */
public final class MoaTree implements TreePeer {

    private HoeffdingAdaptiveTree tree;
    private Instance[] instances;

    @Override
    public String name() {
        return "MOA 2024.07.0";
    }

    @Override
    public void begin(double[][] examples, int[] labels, int classes) {
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
        tree = new HoeffdingAdaptiveTree();
        tree.setModelContext(context);
        tree.prepareForUse();
    }

    @Override
    public boolean learn(int example) {
        boolean right = tree.correctlyClassifies(instances[example]);
        tree.trainOnInstance(instances[example]);
        return right;
    }
}
