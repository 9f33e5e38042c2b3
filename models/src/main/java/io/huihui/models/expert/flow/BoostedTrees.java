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
 * <p>Text: {@code tree N} and then N lines, a leaf as {@code leaf VALUE}, a split as {@code split
 * INPUT THRESHOLD LEFT RIGHT} with places within the tree; at or below the threshold goes left. The
 * first node is the root.
 */
public final class BoostedTrees {

    private final int[] roots;

    /** Place of the input to look at, -1 in a leaf. */
    private final int[] inputs;

    /** Threshold, or the leaf's value. */
    private final double[] values;

    private final int[] left;
    private final int[] right;

    private BoostedTrees(int[] roots, int[] inputs, double[] values, int[] left, int[] right) {
        this.roots = roots;
        this.inputs = inputs;
        this.values = values;
        this.left = left;
        this.right = right;
    }

    public int trees() {
        return roots.length;
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
            Require.that(head.length == 2 && head[0].equals("tree"), "tree N", line(head));
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
        for (int node = 0; node < inputs.length; node++) {
            String[] words = nodes.get(node);
            if (words.length == 2 && words[0].equals("leaf")) {
                inputs[node] = -1;
                values[node] = Double.parseDouble(words[1]);
            } else {
                Require.that(
                        words.length == 5 && words[0].equals("split"),
                        "leaf VALUE or split INPUT THRESHOLD LEFT RIGHT",
                        line(words));
                inputs[node] = FlowInput.valueOf(words[1]).ordinal();
                values[node] = Double.parseDouble(words[2]);
                left[node] = bases.get(node) + Integer.parseInt(words[3]);
                right[node] = bases.get(node) + Integer.parseInt(words[4]);
                // Children come after their parent, so no walk can go round in a circle.
                Require.that(
                        left[node] > node
                                && right[node] > node
                                && left[node] < inputs.length
                                && right[node] < inputs.length,
                        "children after their node",
                        line(words));
            }
        }
        return new BoostedTrees(roots, inputs, values, left, right);
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
