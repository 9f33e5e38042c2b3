package io.huihui.models.learner;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

class HoeffdingAdaptiveTreeTest {

    private static final int INPUTS = 6;

    /**
     * By hand: fifty times 1 and 3 in class 0, 7 and 9 in class 1: means 2 and 8, variances 100 /
     * 99. At 4: ln odds = ((4 - 8)^2 - (4 - 2)^2) / (2 * 100 / 99) = 5.94.
     */
    @Test
    void aLeafAnswersByNaiveBayesWhereThatIsRightMoreOften() {
        LeafStatistics leaf = new LeafStatistics(2, 1);
        double[] scratch = new double[2];
        for (int i = 0; i < 50; i++) {
            leaf.learn(new double[] {1}, 0, scratch);
            leaf.learn(new double[] {7}, 1, scratch);
            leaf.learn(new double[] {3}, 0, scratch);
            leaf.learn(new double[] {9}, 1, scratch);
        }
        leaf.predict(new double[] {4}, scratch);

        assertThat(scratch[0]).isCloseTo(1 / (1 + Math.exp(-5.94)), offset(1e-9));
        assertThat(scratch[0] + scratch[1]).isCloseTo(1, offset(1e-12));
        leaf.predict(new double[] {Double.NaN}, scratch);
        assertThat(scratch[0]).isCloseTo(0.5, offset(1e-12));
    }

    @Test
    void aLeafAnswersByTheCommonestClassWhereInputsTellNothing() {
        LeafStatistics leaf = new LeafStatistics(2, 1);
        double[] scratch = new double[2];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            // The rare class lies among the common one, so naive Bayes only loses by looking.
            leaf.learn(new double[] {random.nextDouble()}, i % 4 == 0 ? 1 : 0, scratch);
        }
        leaf.predict(new double[] {0.5}, scratch);

        assertThat(scratch[0]).isBetween(0.6, 0.8);
    }

    /** The place is one of ten between the smallest and largest value: .3 within a tenth of 2. */
    @Test
    void splitsWhereTheClassChanges() {
        LeafStatistics leaf = new LeafStatistics(2, 2);
        double[] scratch = new double[2];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1_000; i++) {
            double[] example = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
            leaf.learn(example, example[1] > 0.3 ? 1 : 0, scratch);
        }
        SplitSearch search = new SplitSearch(leaf);

        assertThat(search.find(TreeConfig.USUAL)).isTrue();
        assertThat(search.input()).isEqualTo(1);
        assertThat(search.threshold()).isCloseTo(0.3, offset(0.2));
        double[][] sides = search.sides();
        assertThat(sides[0][0] + sides[1][0] + sides[0][1] + sides[1][1])
                .isCloseTo(1_000, offset(1e-6));
    }

    @Test
    void doesNotSplitOnNoise() {
        HoeffdingAdaptiveTree tree =
                new HoeffdingAdaptiveTree(2, INPUTS, new TreeConfig(200, 1e-7, 0.01, 64));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            tree.learn(example(random), random.nextInt(2));
        }

        assertThat(tree.leaves()).isEqualTo(1);
    }

    @Test
    void learnsNestedRulesAndLearnsAnewWhenTheyTurn() {
        HoeffdingAdaptiveTree tree = new HoeffdingAdaptiveTree(2, INPUTS, TreeConfig.USUAL);
        SplittableRandom random = new SplittableRandom(4);

        assertThat(accuracyOfTheLast(5_000, 30_000, tree, random, false)).isGreaterThan(0.93);
        assertThat(tree.leaves()).isGreaterThan(2);
        assertThat(accuracyOfTheLast(5_000, 30_000, tree, random, true)).isGreaterThan(0.93);
        assertThat(tree.replaced()).isGreaterThan(0);
    }

    @Test
    void neverGrowsBeyondItsLeaves() throws IOException {
        HoeffdingAdaptiveTree tree =
                new HoeffdingAdaptiveTree(2, INPUTS, new TreeConfig(50, 0.1, 0.5, 8));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 30_000; i++) {
            double[] example = example(random);
            tree.learn(example, rule(example, i / 5_000 % 2 == 1));
            assertThat(tree.leaves()).isBetween(1, 8);
        }

        // 8 leaves of 12 numbers five times, and 16 windows of at most 1,600 bytes.
        assertThat(StateBytes.of(tree).length).isLessThan(8 * (12 * 5 * 8 + 100) + 16 * 1_700);
    }

    @Test
    void restoredTreeGoesOnBitForBitAlsoWhileItRegrows() throws IOException {
        HoeffdingAdaptiveTree straight = new HoeffdingAdaptiveTree(2, INPUTS, TreeConfig.USUAL);
        SplittableRandom random = new SplittableRandom(6);
        accuracyOfTheLast(1, 20_000, straight, random, false);
        int before = straight.leaves();
        accuracyOfTheLast(1, 250, straight, random, true);
        assertThat(straight.leaves()).as("a successor grows").isGreaterThan(before);

        HoeffdingAdaptiveTree restored =
                StateBytes.restore(StateBytes.of(straight), new HoeffdingAdaptiveTree());
        accuracyOfTheLast(1, 10_000, straight, new SplittableRandom(7), true);
        accuracyOfTheLast(1, 10_000, restored, new SplittableRandom(7), true);

        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
    }

    @Test
    void missingInputsAreTaken() {
        HoeffdingAdaptiveTree tree = new HoeffdingAdaptiveTree(2, INPUTS, TreeConfig.USUAL);
        SplittableRandom random = new SplittableRandom(8);
        int right = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] example = example(random);
            int label = rule(example, false);
            example[random.nextInt(INPUTS)] = Double.NaN;
            right += tree.learn(example, label) == label && i >= 15_000 ? 1 : 0;
        }

        // One of six inputs is missing, two decide: at best about five in six are told.
        assertThat(right).isGreaterThan(4_000);
    }

    @Test
    void refusesClassesAndInputsItDoesNotHave() {
        HoeffdingAdaptiveTree tree = new HoeffdingAdaptiveTree(2, 3, TreeConfig.USUAL);

        assertThatThrownBy(() -> tree.learn(new double[3], 2))
                .hasMessage("need 0 <= label < 2, was label=2");
        assertThatThrownBy(() -> tree.likeliest(new double[4]))
                .hasMessage("need 3 inputs, was 4 inputs");
    }

    private static double accuracyOfTheLast(
            int last,
            int examples,
            HoeffdingAdaptiveTree tree,
            SplittableRandom random,
            boolean turned) {
        int right = 0;
        for (int i = 0; i < examples; i++) {
            double[] example = example(random);
            int label = rule(example, turned);
            int thought = tree.learn(example, label);
            right += i >= examples - last && thought == label ? 1 : 0;
        }
        return right / (double) last;
    }

    /** Which input decides depends on another: naive Bayes alone is right two times in three. */
    private static int rule(double[] example, boolean turned) {
        boolean yes = example[0] > 0.2 ? example[1] > 0 : example[2] > 0.3;
        return yes != turned ? 1 : 0;
    }

    private static double[] example(SplittableRandom random) {
        double[] example = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            example[i] = random.nextDouble(-1, 1);
        }
        return example;
    }
}
