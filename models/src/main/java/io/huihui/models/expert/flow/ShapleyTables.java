package io.huihui.models.expert.flow;

import java.util.Arrays;

/**
 * What a split does to the Shapley values of a row, worked out once for all rows.
 *
 * <p>A Shapley value is the integral over t of the game's multilinear extension's derivative (Owen,
 * "Multilinear extensions of games", Management Science 18, 1972). Along a path that is a
 * polynomial in t of at most the number of inputs on it, so a Gauss-Legendre sum is exact; and the
 * sum over the leaves under a split is shared by all of them. At each point a path's product is
 * multiplied at each split by a ratio, and the sum over the leaves below counts for the split's
 * input with a gain; both depend on the split's {@linkplain #STATES state} alone.
 */
final class ShapleyTables {

    /**
     * Does the row agree with the input's splits so far on a path, and with the one in question?
     */
    static final int STATES = 3;

    static final int NEITHER = 0;
    static final int BEFORE_ONLY = 1;
    static final int BOTH = 2;

    final BoostedTrees trees;

    /** By tree: how many points make its integrals exact. */
    final int[] points;

    /** Of all trees: splits on a path, and points. */
    final int deepest;

    final int mostPoints;

    /** The mean score of the training examples. */
    final double base;

    /** By node: where its three states begin in the table. */
    private final int[] places;

    /** By node and state: for each point the ratio, then for each point the gain. */
    final double[] table;

    ShapleyTables(BoostedTrees trees) {
        this.trees = trees;
        this.points = new int[trees.trees()];
        this.places = new int[trees.nodes()];
        int allInputs = FlowInput.values().length;
        int depth = 0;
        int most = 0;
        int size = 0;
        for (int tree = 0; tree < points.length; tree++) {
            int inputs = inputs(trees.root(tree), new int[allInputs]);
            // A path of m inputs is a polynomial of degree m - 1, exact with half as many points.
            points[tree] = Math.max(1, (inputs + 1) / 2);
            int end = tree + 1 < points.length ? trees.root(tree + 1) : trees.nodes();
            for (int node = trees.root(tree); node < end; node++) {
                places[node] = size;
                size += STATES * 2 * points[tree];
            }
            depth = Math.max(depth, depth(trees.root(tree)));
            most = Math.max(most, points[tree]);
        }
        this.deepest = depth;
        this.mostPoints = most;
        this.table = new double[size];
        double[] shares = new double[allInputs];
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
        int ratio = ratio(child, state, count);
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

    /** Returns where the ratios of a node in a state begin; its gains follow. */
    int ratio(int node, int state, int count) {
        return places[node] + state * 2 * count;
    }
}
