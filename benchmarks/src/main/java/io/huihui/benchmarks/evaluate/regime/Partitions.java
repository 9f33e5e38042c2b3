package io.huihui.benchmarks.evaluate.regime;

/** How well two ways to part the same windows agree. */
final class Partitions {

    private Partitions() {}

    /**
     * Returns the adjusted Rand index of "in the state" and "in the cluster".
     *
     * <p>Reference: L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification, 1985.
     */
    static double randIndex(int[] truth, int state, int[] assigned, int cluster) {
        double[][] counts = counts(truth, state, assigned, cluster);
        double together = 0;
        double[] rows = new double[2];
        double[] columns = new double[2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                together += pairs(counts[i][j]);
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
            }
        }
        double byRow = pairs(rows[0]) + pairs(rows[1]);
        double byColumn = pairs(columns[0]) + pairs(columns[1]);
        double expected = byRow * byColumn / pairs(truth.length);
        double largest = (byRow + byColumn) / 2;
        return largest == expected ? 0 : (together - expected) / (largest - expected);
    }

    /** Returns the windows in both over those in either (P. Jaccard, 1901); 0 when in neither. */
    static double jaccard(int[] one, int inOne, int[] other, int inOther) {
        double[][] counts = counts(one, inOne, other, inOther);
        double either = counts[1][1] + counts[1][0] + counts[0][1];
        return either == 0 ? 0 : counts[1][1] / either;
    }

    private static double[][] counts(int[] one, int inOne, int[] other, int inOther) {
        double[][] counts = new double[2][2];
        for (int t = 0; t < one.length; t++) {
            counts[one[t] == inOne ? 1 : 0][other[t] == inOther ? 1 : 0]++;
        }
        return counts;
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }
}
