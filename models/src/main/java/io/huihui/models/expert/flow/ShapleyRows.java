package io.huihui.models.expert.flow;

import io.huihui.models.Require;

import java.util.Arrays;

/**
 * The values of {@link TreeShapley} for many rows: one walk over the trees for {@value #ROWS} of
 * them, whose inner loops run over rows, so that a processor does several at once. What a row's
 * agreement decides is there a number, 1 or 0, by which the difference is multiplied.
 *
 * <p>Keeps buffers, so each thread has its own.
 */
public final class ShapleyRows {

    /** Long loops pay: a quarter of so many costs half as much again per row. */
    static final int ROWS = 256;

    private static final double[] NOTHING = new double[ROWS];

    private final ShapleyTables tables;
    private final BoostedTrees trees;
    private final double[] table;
    private final int inputs = FlowInput.values().length;

    /** By input: the rows' inputs. */
    private final double[][] columns = new double[inputs][ROWS];

    /** By input: the rows' values. */
    private final double[][] values = new double[inputs][ROWS];

    /** By depth: per point, rows' path products, and sums over the leaves below. */
    private final double[][][] products;

    private final double[][][] sums;

    /** By depth: whether rows go with the branch in question, agreeing so far or not. */
    private final double[][] goes;

    /** By depth: whether rows agree with all splits of the input so far, when it came before. */
    private final double[][] kept;

    /** Rows at hand. */
    private int count;

    private final double[] scratch = new double[ROWS];

    /** By input: the same on the path at hand; null before its first split: all do. */
    private final double[][] agrees = new double[inputs][];

    ShapleyRows(ShapleyTables tables) {
        this.tables = tables;
        this.trees = tables.trees;
        this.table = tables.table;
        int depths = tables.deepest + 1;
        this.products = new double[depths][tables.mostPoints][ROWS];
        this.sums = new double[depths][tables.mostPoints][ROWS];
        this.goes = new double[depths][ROWS];
        this.kept = new double[depths][ROWS];
    }

    /** Returns the mean score of the training examples: what the values are added to. */
    public double base() {
        return tables.base;
    }

    /**
     * Puts each row's values into its place; with the base they sum to its score.
     *
     * @param of rows, each in the order of {@link FlowInput}
     * @param into as many rows of as many places
     */
    public void explain(double[][] of, double[][] into) {
        Require.that(
                into.length == of.length, of.length + " rows to fill", () -> into.length + " rows");
        for (int from = 0; from < of.length; from += ROWS) {
            count = Math.min(ROWS, of.length - from);
            block(of, into, from);
        }
    }

    private void block(double[][] of, double[][] into, int from) {
        for (int input = 0; input < inputs; input++) {
            for (int row = 0; row < count; row++) {
                columns[input][row] = of[from + row][input];
            }
            Arrays.fill(values[input], 0);
        }
        for (int tree = 0; tree < trees.trees(); tree++) {
            int root = trees.root(tree);
            if (!trees.isLeaf(root)) {
                for (int point = 0; point < tables.points[tree]; point++) {
                    Arrays.fill(products[0][point], 1);
                }
                walk(root, 0, tables.points[tree]);
            }
        }
        for (int row = 0; row < count; row++) {
            for (int input = 0; input < inputs; input++) {
                into[from + row][input] = values[input][row];
            }
        }
    }

    /** Adds what the splits below a node give, and leaves the sum of its leaves at its depth. */
    private void walk(int node, int depth, int points) {
        int input = trees.input(node);
        double threshold = trees.value(node);
        double[] column = columns[input];
        double[] goesLeft = goes[depth];
        for (int row = 0; row < count; row++) {
            goesLeft[row] = column[row] <= threshold ? 1 : 0;
        }
        double[] before = agrees[input];
        double[] both = kept[depth];
        if (before == null) {
            System.arraycopy(goesLeft, 0, both, 0, count);
        } else {
            multiply(before, goesLeft, both);
        }
        branch(trees.left(node), input, before, both, depth, points, true);
        if (before == null) {
            for (int row = 0; row < count; row++) {
                both[row] = 1 - goesLeft[row];
            }
        } else {
            for (int row = 0; row < count; row++) {
                both[row] = before[row] - before[row] * goesLeft[row];
            }
        }
        branch(trees.right(node), input, before, both, depth, points, false);
    }

    private void multiply(double[] left, double[] right, double[] into) {
        for (int row = 0; row < count; row++) {
            into[row] = left[row] * right[row];
        }
    }

    /**
     * One branch, for the input of the split above it.
     *
     * @param before whether rows agreed with the input's splits above; null when there were none
     * @param both whether they agree with those and go with this branch
     * @param first whether it begins the sums of its parent, or adds to them
     */
    private void branch(
            int child,
            int input,
            double[] before,
            double[] both,
            int depth,
            int points,
            boolean first) {
        int neither = tables.ratio(child, ShapleyTables.NEITHER, points);
        int beforeOnly = tables.ratio(child, ShapleyTables.BEFORE_ONLY, points);
        int inBoth = tables.ratio(child, ShapleyTables.BOTH, points);
        double[] value = values[input];
        if (trees.isLeaf(child)) {
            double leaf = trees.value(child);
            for (int point = 0; point < points; point++) {
                int gain = points + point;
                if (before == null) {
                    firstLeaf(
                            products[depth][point],
                            both,
                            leaf * table[beforeOnly + point],
                            leaf * table[inBoth + point],
                            table[beforeOnly + gain],
                            table[inBoth + gain],
                            first ? NOTHING : sums[depth][point],
                            sums[depth][point],
                            value);
                } else {
                    blend(
                            products[depth][point],
                            before,
                            both,
                            leaf * table[neither + point],
                            leaf * table[beforeOnly + point],
                            leaf * table[inBoth + point],
                            scratch);
                    add(
                            scratch,
                            before,
                            both,
                            table[neither + gain],
                            table[beforeOnly + gain],
                            table[inBoth + gain],
                            first ? NOTHING : sums[depth][point],
                            sums[depth][point],
                            value);
                }
            }
            return;
        }
        for (int point = 0; point < points; point++) {
            blend(
                    products[depth][point],
                    before,
                    both,
                    table[neither + point],
                    table[beforeOnly + point],
                    table[inBoth + point],
                    products[depth + 1][point]);
        }
        agrees[input] = both;
        walk(child, depth + 1, points);
        agrees[input] = before;
        for (int point = 0; point < points; point++) {
            int gain = points + point;
            add(
                    sums[depth + 1][point],
                    before,
                    both,
                    table[neither + gain],
                    table[beforeOnly + gain],
                    table[inBoth + gain],
                    first ? NOTHING : sums[depth][point],
                    sums[depth][point],
                    value);
        }
    }

    /** Does both for a leaf below the first split of an input, which most leaves are. */
    private void firstLeaf(
            double[] from,
            double[] both,
            double beforeOnly,
            double inBoth,
            double gainBeforeOnly,
            double gainInBoth,
            double[] soFar,
            double[] sum,
            double[] value) {
        double more = inBoth - beforeOnly;
        double gainMore = gainInBoth - gainBeforeOnly;
        for (int row = 0; row < count; row++) {
            double below = from[row] * (beforeOnly + both[row] * more);
            sum[row] = soFar[row] + below;
            value[row] += below * (gainBeforeOnly + both[row] * gainMore);
        }
    }

    /** Multiplies each row's number by the factor of its state. */
    private void blend(
            double[] from,
            double[] before,
            double[] both,
            double neither,
            double beforeOnly,
            double inBoth,
            double[] into) {
        double more = inBoth - beforeOnly;
        if (before == null) {
            for (int row = 0; row < count; row++) {
                into[row] = from[row] * (beforeOnly + both[row] * more);
            }
        } else {
            double some = beforeOnly - neither;
            for (int row = 0; row < count; row++) {
                into[row] = from[row] * (neither + before[row] * some + both[row] * more);
            }
        }
    }

    /** Adds each row's sum below to that of its parent, and by the gain of its state to a value. */
    private void add(
            double[] below,
            double[] before,
            double[] both,
            double neither,
            double beforeOnly,
            double inBoth,
            double[] soFar,
            double[] sum,
            double[] value) {
        double more = inBoth - beforeOnly;
        if (before == null) {
            for (int row = 0; row < count; row++) {
                sum[row] = soFar[row] + below[row];
                value[row] += below[row] * (beforeOnly + both[row] * more);
            }
        } else {
            double some = beforeOnly - neither;
            for (int row = 0; row < count; row++) {
                sum[row] = soFar[row] + below[row];
                value[row] += below[row] * (neither + before[row] * some + both[row] * more);
            }
        }
    }
}
