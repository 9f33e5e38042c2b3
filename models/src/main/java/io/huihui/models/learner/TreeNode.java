package io.huihui.models.learner;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A leaf or a split of an adaptive tree, with the errors made below it and its successor. */
final class TreeNode {

    /** How many examples apart the errors are looked at for a change, as in the paper's code. */
    private static final int CHECK_EVERY = 32;

    /** The paper's delta of its windows. */
    private static final double DELTA = 0.002;

    private static final int LEAF = -1;

    /** What it has seen; null at a split. */
    LeafStatistics statistics;

    /** Examples at the last look for a split. */
    double lookedAt;

    /** Input of the split; {@link #LEAF} at a leaf. */
    int input = LEAF;

    /** Up to this value an example goes left. A missing value goes where more examples went. */
    double threshold;

    TreeNode left;
    TreeNode right;
    boolean missingGoesLeft;

    /** Grows since the errors here rose; takes over when it errs less. Null without a rise. */
    TreeNode alternate;

    final Adwin errors = new Adwin(DELTA, CHECK_EVERY);

    static TreeNode leaf(int classes, int inputs) {
        TreeNode node = new TreeNode();
        node.statistics = new LeafStatistics(classes, inputs);
        return node;
    }

    boolean isLeaf() {
        return input == LEAF;
    }

    /** Returns the child an example belongs to. */
    TreeNode next(double[] example) {
        double value = example[input];
        boolean goesLeft = Double.isNaN(value) ? missingGoesLeft : value <= threshold;
        return goesLeft ? left : right;
    }

    /** Returns the leaf below this node that an example belongs to. */
    TreeNode leafOf(double[] example) {
        TreeNode node = this;
        while (!node.isLeaf()) {
            node = node.next(example);
        }
        return node;
    }

    /** Makes two leaves of this one; they begin with the class counts the split expects. */
    void split(SplitSearch search) {
        int classes = statistics.classes;
        int inputs = statistics.inputs;
        double[][] sides = search.sides();
        left = leaf(classes, inputs);
        right = leaf(classes, inputs);
        double balance = 0;
        for (int c = 0; c < classes; c++) {
            left.statistics.classCounts[c] = sides[0][c];
            right.statistics.classCounts[c] = sides[1][c];
            balance += sides[0][c] - sides[1][c];
        }
        left.lookedAt = left.statistics.total();
        right.lookedAt = right.statistics.total();
        missingGoesLeft = balance >= 0;
        input = search.input();
        threshold = search.threshold();
        statistics = null;
    }

    /** Returns the leaves below, those of alternates included. */
    int leaves() {
        int below = isLeaf() ? 1 : left.leaves() + right.leaves();
        return below + (alternate == null ? 0 : alternate.leaves());
    }

    void writeTo(DataOutput out) throws IOException {
        errors.writeTo(out);
        out.writeBoolean(alternate != null);
        if (alternate != null) {
            alternate.writeTo(out);
        }
        out.writeInt(input);
        if (isLeaf()) {
            out.writeDouble(lookedAt);
            statistics.writeTo(out);
        } else {
            out.writeDouble(threshold);
            out.writeBoolean(missingGoesLeft);
            left.writeTo(out);
            right.writeTo(out);
        }
    }

    static TreeNode read(DataInput in, int classes, int inputs) throws IOException {
        TreeNode node = new TreeNode();
        node.errors.readFrom(in);
        if (in.readBoolean()) {
            node.alternate = read(in, classes, inputs);
        }
        node.input = in.readInt();
        if (node.isLeaf()) {
            node.lookedAt = in.readDouble();
            node.statistics = LeafStatistics.read(in, classes, inputs);
        } else {
            node.threshold = in.readDouble();
            node.missingGoesLeft = in.readBoolean();
            node.left = read(in, classes, inputs);
            node.right = read(in, classes, inputs);
        }
        return node;
    }
}
