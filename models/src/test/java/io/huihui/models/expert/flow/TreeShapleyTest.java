package io.huihui.models.expert.flow;

import io.huihui.models.InvalidRecordException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TreeShapleyTest {

    /** So few that all their subsets can be tried. */
    private static final int INPUTS = 7;

    private static final int DEPTH = 9;

    /**
     * By hand: the mean is .5 x 10 + .5 x (.2 x 20 + .8 x 40) = 23. RETURN_5M is above 0, which
     * alone raises it to 36, and RETURN_1M below .7, which alone lowers it to 15; together 20. So
     * ((36 - 23) + (20 - 15)) / 2 = 9 and ((15 - 23) + (20 - 36)) / 2 = -12.
     */
    @Test
    void sharesWhatTwoInputsDoTogether() throws IOException {
        BoostedTrees trees =
                read(
                        """
                        tree 5
                        split RETURN_5M 0.0 1 2 20
                        leaf 10 10
                        split RETURN_1M 0.7 3 4 10
                        leaf 20 2
                        leaf 40 8
                        """,
                        1);
        double[] row = new double[FlowInput.values().length];
        row[FlowInput.RETURN_5M.ordinal()] = 1;
        double[] values = new double[row.length];

        TreeShapley explainer = trees.explainer();
        explainer.explain(row, values);

        assertThat(explainer.base()).isCloseTo(23, within(1e-12));
        assertThat(values[FlowInput.RETURN_5M.ordinal()]).isCloseTo(9, within(1e-12));
        assertThat(values[FlowInput.RETURN_1M.ordinal()]).isCloseTo(-12, within(1e-12));
    }

    @Property(tries = 60)
    void isWhatAllOrdersOfInputsGiveInTheMean(@ForAll @IntRange(min = 0, max = 1_000_000) int seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(3);
        StringBuilder text = new StringBuilder();
        for (int tree = 0; tree < count; tree++) {
            List<String> lines = new ArrayList<>();
            grow(1_000, 0, lines, random);
            text.append("tree ").append(lines.size()).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
        }
        BoostedTrees trees = read(text.toString(), count);
        double[] row = new double[FlowInput.values().length];
        for (int input = 0; input < INPUTS; input++) {
            row[input] = random.nextDouble();
        }
        double[] values = new double[row.length];

        TreeShapley explainer = trees.explainer();
        explainer.explain(row, values);

        double sum = explainer.base();
        for (int input = 0; input < row.length; input++) {
            double expected = input < INPUTS ? byOrders(trees, row, input) : 0;
            assertThat(values[input]).as("input %s", input).isCloseTo(expected, within(1e-9));
            sum += values[input];
        }
        assertThat(sum).isCloseTo(trees.score(row), within(1e-9));
    }

    /** More rows than are explained in one walk, and not a multiple of them. */
    @Property(tries = 20)
    void manyRowsAtOnceGetWhatEachGetsAlone(@ForAll @IntRange(min = 0, max = 1_000_000) int seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>();
        grow(1_000, 0, lines, random);
        BoostedTrees trees =
                read("tree " + lines.size() + "\n" + String.join("\n", lines) + "\n", 1);
        double[][] rows = new double[ShapleyRows.ROWS + 9][FlowInput.values().length];
        double[][] together = new double[rows.length][FlowInput.values().length];
        for (double[] row : rows) {
            Arrays.setAll(row, input -> input < INPUTS ? random.nextDouble() : 0);
        }
        rows[3][2] = Double.NaN;

        ShapleyRows explainer = trees.rowsExplainer();
        explainer.explain(rows, together);

        TreeShapley one = trees.explainer();
        double[] alone = new double[FlowInput.values().length];
        assertThat(explainer.base()).isEqualTo(one.base());
        for (int row = 0; row < rows.length; row++) {
            one.explain(rows[row], alone);
            assertThat(together[row]).as("row %s", row).containsExactly(alone, within(1e-12));
        }
    }

    @Test
    void treesWithoutCoversAreRefused() throws IOException {
        BoostedTrees trees = read("tree 1\nleaf 2\n", 1);

        assertThatThrownBy(trees::explainer)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("need trees with covers");
    }

    /** Adds a random tree in which inputs come again on a path; returns its place. */
    private static int grow(int cover, int depth, List<String> lines, SplittableRandom random) {
        int place = lines.size();
        if (depth == DEPTH || cover < 2 || random.nextDouble() < 0.1) {
            lines.add("leaf " + random.nextDouble(-1, 1) + " " + cover);
            return place;
        }
        lines.add("");
        int onLeft = 1 + random.nextInt(cover - 1);
        int left = grow(onLeft, depth + 1, lines, random);
        int right = grow(cover - onLeft, depth + 1, lines, random);
        lines.set(
                place,
                String.join(
                        " ",
                        "split",
                        FlowInput.values()[random.nextInt(INPUTS)].name(),
                        String.valueOf(random.nextDouble()),
                        String.valueOf(left),
                        String.valueOf(right),
                        String.valueOf(cover)));
        return place;
    }

    /** The definition: over all sets of the other inputs, weighted by how many orders have them. */
    private static double byOrders(BoostedTrees trees, double[] row, int input) {
        double value = 0;
        for (int set = 0; set < 1 << INPUTS; set++) {
            if ((set >> input & 1) == 0) {
                int size = Integer.bitCount(set);
                double orders = factorial(size) * factorial(INPUTS - size - 1) / factorial(INPUTS);
                value += orders * (mean(trees, row, set | 1 << input) - mean(trees, row, set));
            }
        }
        return value;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    private static double mean(BoostedTrees trees, double[] row, int known) {
        double sum = 0;
        for (int tree = 0; tree < trees.trees(); tree++) {
            sum += mean(trees, trees.root(tree), row, known);
        }
        return sum;
    }

    private static double mean(BoostedTrees trees, int node, double[] row, int known) {
        if (trees.isLeaf(node)) {
            return trees.value(node);
        }
        int left = trees.left(node);
        int right = trees.right(node);
        if ((known >> trees.input(node) & 1) == 1) {
            boolean goesLeft = row[trees.input(node)] <= trees.value(node);
            return mean(trees, goesLeft ? left : right, row, known);
        }
        return (trees.cover(left) * mean(trees, left, row, known)
                        + trees.cover(right) * mean(trees, right, row, known))
                / trees.cover(node);
    }

    private static BoostedTrees read(String text, int trees) throws IOException {
        return BoostedTrees.read(new BufferedReader(new StringReader(text)), trees);
    }
}
