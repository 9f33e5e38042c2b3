package io.huihui.benchmarks.learners;

import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

/**
 * Examples for decision trees: twenty normal inputs, two classes, one label in twenty wrong, and a
 * new rule at half time.
 */
final class TreeExamples {

    static final int INPUTS = 20;

    static final int CLASSES = 2;

    /** What the rules look like. */
    enum Kind {
        /** Thresholds on single inputs, five deep: what a tree can say exactly. */
        NESTED,
        /** The side of a plane through all inputs: what a tree can only approach. */
        PLANE
    }

    private static final int DEPTH = 5;

    /** Thresholds lie so near the middle that both sides are common. */
    private static final double WIDEST_THRESHOLD = 0.7;

    private static final double NOISE = 0.05;

    private final Kind kind;
    private final Draws rules;
    private final double[][] inputs;
    private final int[] labels;

    private final int[] splitInput = new int[1 << DEPTH];
    private final double[] threshold = new double[1 << DEPTH];
    private final int[] leaf = new int[1 << DEPTH];
    private final double[] normal = new double[INPUTS];

    TreeExamples(long seed, Kind kind, int count) {
        this.kind = kind;
        rules = Draws.of(seed, Stream.LEARNING_RULES, kind.name(), 1);
        Draws draws = Draws.of(seed, Stream.LEARNING_EXAMPLES, kind.name(), 1);
        inputs = new double[count][INPUTS];
        labels = new int[count];
        for (int i = 0; i < count; i++) {
            if (i == 0 || i == count / 2) {
                newRule();
            }
            for (int k = 0; k < INPUTS; k++) {
                inputs[i][k] = draws.gaussian();
            }
            int label = label(inputs[i]);
            labels[i] = draws.chance(NOISE) ? 1 - label : label;
        }
    }

    double[][] inputs() {
        return inputs;
    }

    int[] labels() {
        return labels;
    }

    private void newRule() {
        for (int i = 1; i < splitInput.length; i++) {
            splitInput[i] = rules.below(INPUTS);
            threshold[i] = rules.uniform(-WIDEST_THRESHOLD, WIDEST_THRESHOLD);
        }
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = rules.below(CLASSES);
        }
        for (int k = 0; k < INPUTS; k++) {
            normal[k] = rules.gaussian();
        }
    }

    private int label(double[] example) {
        if (kind == Kind.PLANE) {
            double side = 0;
            for (int k = 0; k < INPUTS; k++) {
                side += normal[k] * example[k];
            }
            return side > 0 ? 1 : 0;
        }
        int node = 1;
        while (node < splitInput.length) {
            node = 2 * node + (example[splitInput[node]] > threshold[node] ? 1 : 0);
        }
        return leaf[node - leaf.length];
    }
}
