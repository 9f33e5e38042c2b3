package io.huihui.models.learner;

import io.huihui.models.Require;

/**
 * When a Hoeffding tree splits, and how large it may get.
 *
 * @param gracePeriod examples in a leaf between two looks for a split
 * @param splitConfidence chance that a split is the wrong one, the paper's delta
 * @param tie below this bound the two best splits are as good as each other, bits
 * @param mostLeaves leaves of the tree and of its alternates together; bounds the state
 */
public record TreeConfig(int gracePeriod, double splitConfidence, double tie, int mostLeaves) {

    /** The papers' values; 256 leaves of 20 inputs and 2 classes are 400 KB. */
    public static final TreeConfig USUAL = new TreeConfig(200, 1e-7, 0.05, 256);

    public TreeConfig {
        Require.that(gracePeriod >= 1, "gracePeriod >= 1", "gracePeriod=" + gracePeriod);
        Require.that(
                splitConfidence > 0 && splitConfidence < 1,
                "0 < splitConfidence < 1",
                "splitConfidence=" + splitConfidence);
        Require.notNegative("tie", tie);
        Require.that(mostLeaves >= 2, "mostLeaves >= 2", "mostLeaves=" + mostLeaves);
    }
}
