package io.huihui.models.expert.flow;

import io.huihui.models.Require;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of regression trees, scored without any library. Nodes of all trees lie in one block of
 * arrays, so that a score is a walk over some kilobytes.
 *
 * <p>Text: {@code tree N} and then N lines, a leaf as {@code leaf VALUE COVER}, a split as {@code
 * split INPUT THRESHOLD LEFT RIGHT COVER} with places within the tree; at or below the threshold
 * goes left. The first node is the root. The cover is how many training examples came by; trees
 * without covers can be scored but not explained.
 */
public final class BoostedTrees {

    private final int[] roots;

    /** Place of the input to look at, -1 in a leaf. */
    private final int[] inputs;

    /** Threshold, or the leaf's value. */
    private final double[] values;

    private final int[] left;
    private final int[] right;

    /** Training examples at the node, 0 where the text does not say. */
    private final double[] covers;

    private BoostedTrees(
            int[] roots, int[] inputs, double[] values, int[] left, int[] right, double[] covers) {
        this.roots = roots;
        this.inputs = inputs;
        this.values = values;
        this.left = left;
        this.right = right;
        this.covers = covers;
    }

    public int trees() {
        return roots.length;
    }

    /**
     * Returns what explains scores of these trees.
     *
     * @throws io.huihui.models.InvalidRecordException when the trees have no covers
     */
    public TreeShapley explainer() {
        return new TreeShapley(tables());
    }

    /**
     * Returns what explains scores of many rows at once.
     *
     * @throws io.huihui.models.InvalidRecordException when the trees have no covers
     */
    public ShapleyRows rowsExplainer() {
        return new ShapleyRows(tables());
    }

    /**
     * Returns what explainers of these trees share, those of other threads too.
     *
     * @throws io.huihui.models.InvalidRecordException when the trees have no covers
     */
    ShapleyTables tables() {
        for (double cover : covers) {
            Require.that(cover > 0, "trees with covers: train them anew", "trees without");
        }
        return new ShapleyTables(this);
    }

    int nodes() {
        return inputs.length;
    }

    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return inputs[node] < 0;
    }

    int input(int node) {
        return inputs[node];
    }

    /** Threshold of a split, or the leaf's value. */
    double value(int node) {
        return values[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    double cover(int node) {
        return covers[node];
    }

    /** Returns the sum of the leaves that the values reach, in the order of {@link FlowInput}. */
    public double score(double[] of) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (inputs[node] >= 0) {
                node = of[inputs[node]] <= values[node] ? left[node] : right[node];
            }
            sum += values[node];
        }
        return sum;
    }

    /**
     * Reads so many trees.
     *
     * @throws io.huihui.models.InvalidRecordException when a line is not what it must be
     */
    public static BoostedTrees read(BufferedReader in, int trees) throws IOException {
        List<String[]> nodes = new ArrayList<>();
        int[] roots = new int[trees];
        List<Integer> bases = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            String[] head = words(in, "tree N");
            Require.that(head.length == 2 && head[0].equals("tree"), "tree N", () -> line(head));
            roots[tree] = nodes.size();
            int count = Integer.parseInt(head[1]);
            for (int node = 0; node < count; node++) {
                bases.add(roots[tree]);
                nodes.add(words(in, "a node of tree " + tree));
            }
        }
        int[] inputs = new int[nodes.size()];
        double[] values = new double[nodes.size()];
        int[] left = new int[nodes.size()];
        int[] right = new int[nodes.size()];
        double[] covers = new double[nodes.size()];
        for (int node = 0; node < inputs.length; node++) {
            String[] words = nodes.get(node);
            if ((words.length == 2 || words.length == 3) && words[0].equals("leaf")) {
                inputs[node] = -1;
                values[node] = Double.parseDouble(words[1]);
                covers[node] = words.length == 3 ? Double.parseDouble(words[2]) : 0;
            } else {
                Require.that(
                        (words.length == 5 || words.length == 6) && words[0].equals("split"),
                        "leaf VALUE COVER or split INPUT THRESHOLD LEFT RIGHT COVER",
                        () -> line(words));
                inputs[node] = FlowInput.valueOf(words[1]).ordinal();
                values[node] = Double.parseDouble(words[2]);
                left[node] = bases.get(node) + Integer.parseInt(words[3]);
                right[node] = bases.get(node) + Integer.parseInt(words[4]);
                covers[node] = words.length == 6 ? Double.parseDouble(words[5]) : 0;
                // Children come after their parent, so no walk can go round in a circle.
                Require.that(
                        left[node] > node
                                && right[node] > node
                                && left[node] < inputs.length
                                && right[node] < inputs.length,
                        "children after their node",
                        () -> line(words));
            }
        }
        return new BoostedTrees(roots, inputs, values, left, right, covers);
    }

    private static String[] words(BufferedReader in, String wanted) throws IOException {
        String line = in.readLine();
        Require.that(line != null, wanted, "the end of the file");
        return line.trim().split(" ");
    }

    private static String line(String[] words) {
        return "`" + String.join(" ", words) + "`";
    }
}
