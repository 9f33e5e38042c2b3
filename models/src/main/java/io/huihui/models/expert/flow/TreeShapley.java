package io.huihui.models.expert.flow;

import java.util.Arrays;

/**
 * Exact Shapley values of each input for the score of trees: what an input added, if inputs that
 * are not known yet go both ways in the shares in which the training examples went (the
 * path-dependent game of Lundberg et al., "From local explanations to global understanding with
 * explainable AI for trees", Nature Machine Intelligence 2, 2020, algorithm 1).
 *
 * <p>One row costs a walk over all nodes with a handful of multiplications each, instead of the
 * square of the depth ({@link ShapleyTables} says why). For many rows {@link ShapleyRows} is
 * faster. Keeps buffers, so each thread has its own.
 */
public final class TreeShapley {

    private final ShapleyTables tables;
    private final BoostedTrees trees;
    private final double[] table;

    /** By depth and point: the path's product, and the sum over the leaves below. */
    private final double[] products;

    private final double[] sums;

    /** By input: whether the row agrees with all splits of this input on the path so far. */
    private final boolean[] agrees = new boolean[FlowInput.values().length];

    private double[] row;
    private double[] values;

    TreeShapley(ShapleyTables tables) {
        this.tables = tables;
        this.trees = tables.trees;
        this.table = tables.table;
        this.products = new double[(tables.deepest + 1) * tables.mostPoints];
        this.sums = new double[products.length];
    }

    /** Returns the mean score of the training examples: what the values are added to. */
    public double base() {
        return tables.base;
    }

    /**
     * Puts each input's value in its place; with the base they sum to the score.
     *
     * @param of the row, in the order of {@link FlowInput}
     * @param into as many places
     */
    public void explain(double[] of, double[] into) {
        Arrays.fill(into, 0);
        Arrays.fill(agrees, true);
        row = of;
        values = into;
        for (int tree = 0; tree < trees.trees(); tree++) {
            int root = trees.root(tree);
            if (!trees.isLeaf(root)) {
                Arrays.fill(products, 0, tables.points[tree], 1);
                walk(root, 0, tables.points[tree]);
            }
        }
    }

    /** Adds what the splits below a node give, and leaves the sum of its leaves at its depth. */
    private void walk(int node, int here, int count) {
        int input = trees.input(node);
        boolean agreed = agrees[input];
        boolean goesLeft = row[input] <= trees.value(node);
        int left = trees.left(node);
        int right = trees.right(node);
        for (int point = here; point < here + count; point++) {
            sums[point] = 0;
        }
        double value =
                branch(left, input, agreed, goesLeft, here, count)
                        + branch(right, input, agreed, !goesLeft, here, count);
        values[input] += value;
        agrees[input] = agreed;
    }

    /** Returns what one branch gives for the input of the split above it. */
    private double branch(
            int child, int input, boolean agreed, boolean agreesHere, int here, int count) {
        int state =
                agreed
                        ? (agreesHere ? ShapleyTables.BOTH : ShapleyTables.BEFORE_ONLY)
                        : ShapleyTables.NEITHER;
        int ratio = tables.ratio(child, state, count);
        int gain = ratio + count;
        double value = 0;
        if (trees.isLeaf(child)) {
            double leaf = trees.value(child);
            for (int point = 0; point < count; point++) {
                double sum = leaf * products[here + point] * table[ratio + point];
                sums[here + point] += sum;
                value += sum * table[gain + point];
            }
            return value;
        }
        int below = here + count;
        for (int point = 0; point < count; point++) {
            products[below + point] = products[here + point] * table[ratio + point];
        }
        agrees[input] = agreed && agreesHere;
        walk(child, below, count);
        for (int point = 0; point < count; point++) {
            double sum = sums[below + point];
            sums[here + point] += sum;
            value += sum * table[gain + point];
        }
        return value;
    }
}
