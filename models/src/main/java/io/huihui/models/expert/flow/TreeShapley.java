package io.huihui.models.expert.flow;

import java.util.Arrays;

/**
 * Exact Shapley values of each input for the score of trees: what an input added, if inputs that
 * are not known yet go both ways in the shares in which the training examples went (the
 * path-dependent game of Lundberg et al., "From local explanations to global understanding with
 * explainable AI for trees", Nature Machine Intelligence 2, 2020, algorithm 1).
 *
 * <p>A Shapley value is the integral over t of the game's multilinear extension's derivative (Owen,
 * "Multilinear extensions of games", Management Science 18, 1972). Along a path that is a
 * polynomial in t of at most the number of inputs on it, so a Gauss-Legendre sum is exact; and the
 * sum over the leaves under a split is shared by all of them. One row costs a walk over all nodes
 * with a handful of multiplications each, instead of the square of the depth.
 *
 * <p>Keeps buffers, so each thread has its own.
 */
public final class TreeShapley {

    /** An input's splits so far on a path, and the one in question: does the row agree? */
    private static final int STATES = 3;

    private static final int NEITHER = 0;
    private static final int BEFORE_ONLY = 1;
    private static final int BOTH = 2;

    private final BoostedTrees trees;
    private final double base;

    /** By tree: how many points make its integrals exact. */
    private final int[] points;

    /** By node: where its three states begin in the table. */
    private final int[] places;

    /**
     * By node and state, for each point: what the path's product is multiplied by at this split;
     * then, for each point: what the sum over the leaves below counts for the split's input.
     */
    private final double[] table;

    /** By depth and point: the path's product, and the sum over the leaves below. */
    private final double[] products;

    private final double[] sums;

    /** By input: whether the row agrees with all splits of this input on the path so far. */
    private final boolean[] agrees;

    private double[] row;
    private double[] values;

    TreeShapley(BoostedTrees trees) {
        this.trees = trees;
        this.points = new int[trees.trees()];
        this.places = new int[trees.nodes()];
        this.agrees = new boolean[FlowInput.values().length];
        int deepest = 0;
        int most = 0;
        int size = 0;
        for (int tree = 0; tree < points.length; tree++) {
            int inputs = inputs(trees.root(tree), new int[agrees.length]);
            // A path of m inputs is a polynomial of degree m - 1, exact with half as many points.
            points[tree] = Math.max(1, (inputs + 1) / 2);
            int end = tree + 1 < points.length ? trees.root(tree + 1) : trees.nodes();
            for (int node = trees.root(tree); node < end; node++) {
                places[node] = size;
                size += STATES * 2 * points[tree];
            }
            deepest = Math.max(deepest, depth(trees.root(tree)));
            most = Math.max(most, points[tree]);
        }
        this.table = new double[size];
        this.products = new double[(deepest + 1) * most];
        this.sums = new double[(deepest + 1) * most];
        double[] shares = new double[agrees.length];
        Arrays.fill(shares, 1);
        double sum = 0;
        for (int tree = 0; tree < points.length; tree++) {
            sum += prepare(trees.root(tree), shares, GaussLegendre.of(points[tree]));
        }
        this.base = sum;
    }

    private int depth(int node) {
        return trees.isLeaf(node)
                ? 0
                : 1 + Math.max(depth(trees.left(node)), depth(trees.right(node)));
    }

    /** Returns the most different inputs on a path below. */
    private int inputs(int node, int[] onPath) {
        if (trees.isLeaf(node)) {
            return (int) Arrays.stream(onPath).filter(count -> count > 0).count();
        }
        int input = trees.input(node);
        onPath[input]++;
        int most = Math.max(inputs(trees.left(node), onPath), inputs(trees.right(node), onPath));
        onPath[input]--;
        return most;
    }

    /** Fills the tables below a node; returns its mean over the training examples. */
    private double prepare(int node, double[] shares, GaussLegendre quadrature) {
        if (trees.isLeaf(node)) {
            return trees.value(node);
        }
        double mean = 0;
        int input = trees.input(node);
        double before = shares[input];
        for (int child : new int[] {trees.left(node), trees.right(node)}) {
            double share = trees.cover(child) / trees.cover(node);
            shares[input] = before * share;
            fill(child, NEITHER, before, 0, shares[input], 0, quadrature);
            fill(child, BEFORE_ONLY, before, 1, shares[input], 0, quadrature);
            fill(child, BOTH, before, 1, shares[input], 1, quadrature);
            mean += share * prepare(child, shares, quadrature);
            shares[input] = before;
        }
        return mean;
    }

    /**
     * The input's factor on the path changes from (1 - t) share + t agrees before the split to the
     * same after it. The leaves below counted for the input with its factor before, which is taken
     * back, and count with that after. Before its first split the factor is 1 and counts nothing.
     */
    private void fill(
            int child,
            int state,
            double shareBefore,
            double agreesBefore,
            double shareAfter,
            double agreesAfter,
            GaussLegendre quadrature) {
        int count = quadrature.points();
        int ratio = places[child] + state * 2 * count;
        int gain = ratio + count;
        for (int point = 0; point < count; point++) {
            double t = quadrature.node(point);
            double before = (1 - t) * shareBefore + t * agreesBefore;
            double after = (1 - t) * shareAfter + t * agreesAfter;
            table[ratio + point] = after / before;
            table[gain + point] =
                    quadrature.weight(point)
                            * ((agreesAfter - shareAfter) / after
                                    - (agreesBefore - shareBefore) / before);
        }
    }

    /** Returns the mean score of the training examples: what the values are added to. */
    public double base() {
        return base;
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
                Arrays.fill(products, 0, points[tree], 1);
                walk(root, 0, points[tree]);
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
        int state = agreed ? (agreesHere ? BOTH : BEFORE_ONLY) : NEITHER;
        int ratio = places[child] + state * 2 * count;
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
