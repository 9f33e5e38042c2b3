package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A decision tree that grows from a stream and regrows the branches whose errors rise: every node
 * watches the errors made below it, a rise starts a successor beside it, and whichever proves
 * better stays.
 *
 * <p>It has no random part: the same examples give the same tree. At {@link TreeConfig#mostLeaves}
 * it goes on learning in its leaves and splits no further.
 *
 * <p>Reference: Bifet, Gavaldà, "Adaptive learning from evolving data streams", IDA, 2009
 * (HAT-ADWIN).
 */
public final class HoeffdingAdaptiveTree implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Both sides need this many examples before they are compared, as in the paper's code. */
    private static final int COMPARABLE = 300;

    /** Chance of a wrong choice between a branch and its successor. */
    private static final double CHOICE_DELTA = 0.05;

    private TreeConfig config;
    private int classes;
    private int inputs;
    private TreeNode root;
    private int leaves;
    private long replaced;
    private double[] scratch;

    /** For restore: knows two classes and no inputs until it is read. */
    public HoeffdingAdaptiveTree() {
        this(2, 0, TreeConfig.USUAL);
    }

    public HoeffdingAdaptiveTree(int classes, int inputs, TreeConfig config) {
        Require.that(classes >= 2, "at least two classes", "classes=" + classes);
        Require.that(inputs >= 0, "inputs >= 0", "inputs=" + inputs);
        this.config = Require.present("config", config);
        this.classes = classes;
        this.inputs = inputs;
        root = TreeNode.leaf(classes, inputs);
        leaves = 1;
        scratch = new double[classes];
    }

    /** Fills the probabilities of the classes; missing inputs are NaN. */
    public void predict(double[] example, double[] probabilities) {
        check(example);
        root.leafOf(example).statistics.predict(example, probabilities);
    }

    /** Returns the likeliest class. */
    public int likeliest(double[] example) {
        check(example);
        return root.leafOf(example).statistics.likeliest(example, scratch);
    }

    /** Learns that an example was of a class, and returns which class it was thought to be. */
    public int learn(double[] example, int label) {
        check(example);
        if (label < 0 || label >= classes) {
            throw Require.violated("0 <= label < " + classes, "label=" + label);
        }
        int thought = likeliest(example);
        root = learn(root, example, label, thought, true);
        return thought;
    }

    /** Returns the leaves of the tree and of its alternates. */
    public int leaves() {
        return leaves;
    }

    /** Returns how many branches were replaced by their successors. */
    public long replaced() {
        return replaced;
    }

    /** Returns the node that stands in the place of this one afterwards. */
    private TreeNode learn(
            TreeNode node, double[] example, int label, int thought, boolean mayRegrow) {
        double before = node.errors.mean();
        boolean changed = node.errors.add(thought == label ? 0 : 1);
        if (node.alternate != null) {
            node = choose(node);
        } else if (changed
                && mayRegrow
                && node.errors.mean() > before
                && leaves < config.mostLeaves()) {
            node.alternate = TreeNode.leaf(classes, inputs);
            leaves++;
        }
        if (node.alternate != null) {
            int other = node.alternate.leafOf(example).statistics.likeliest(example, scratch);
            node.alternate = learn(node.alternate, example, label, other, false);
        }
        if (node.isLeaf()) {
            grow(node, example, label);
        } else if (node.next(example) == node.left) {
            node.left = learn(node.left, example, label, thought, mayRegrow);
        } else {
            node.right = learn(node.right, example, label, thought, mayRegrow);
        }
        return node;
    }

    /** Returns the better of a node and its successor once that is known, else the node. */
    private TreeNode choose(TreeNode node) {
        Adwin ours = node.errors;
        Adwin theirs = node.alternate.errors;
        if (ours.width() <= COMPARABLE || theirs.width() <= COMPARABLE) {
            return node;
        }
        double error = ours.mean();
        double bound =
                Math.sqrt(
                        2
                                * error
                                * (1 - error)
                                * Math.log(2 / CHOICE_DELTA)
                                * (1.0 / ours.width() + 1.0 / theirs.width()));
        if (error - theirs.mean() > bound) {
            TreeNode successor = node.alternate;
            node.alternate = null;
            leaves -= node.leaves();
            replaced++;
            return successor;
        }
        if (theirs.mean() - error > bound) {
            leaves -= node.alternate.leaves();
            node.alternate = null;
        }
        return node;
    }

    private void grow(TreeNode leaf, double[] example, int label) {
        LeafStatistics statistics = leaf.statistics;
        statistics.learn(example, label, scratch);
        double total = statistics.total();
        if (total - leaf.lookedAt < config.gracePeriod() || leaves >= config.mostLeaves()) {
            return;
        }
        leaf.lookedAt = total;
        SplitSearch search = new SplitSearch(statistics);
        if (!statistics.isPure() && search.find(config)) {
            leaf.split(search);
            leaves++;
        }
    }

    private void check(double[] example) {
        if (example.length != inputs) {
            throw Require.violated(inputs + " inputs", example.length + " inputs");
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeInt(config.gracePeriod());
        out.writeDouble(config.splitConfidence());
        out.writeDouble(config.tie());
        out.writeInt(config.mostLeaves());
        out.writeShort(classes);
        out.writeShort(inputs);
        out.writeLong(replaced);
        root.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "Hoeffding adaptive tree");
        config = new TreeConfig(in.readInt(), in.readDouble(), in.readDouble(), in.readInt());
        classes = in.readUnsignedShort();
        inputs = in.readUnsignedShort();
        replaced = in.readLong();
        root = TreeNode.read(in, classes, inputs);
        leaves = root.leaves();
        scratch = new double[classes];
    }
}
