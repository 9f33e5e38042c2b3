package io.huihui.models.expert.regime.micro;

import io.huihui.models.Require;

import java.util.Arrays;

/**
 * The one-to-one matching of two sets of clusters that costs least, so that a cluster keeps its
 * name when a fit is made anew. Exact, by dynamic programming over subsets: clusters are few.
 */
public final class LabelMatching {

    /** Subsets of more would not fit into memory. */
    private static final int MOST = 16;

    private LabelMatching() {}

    /**
     * Returns the column matched to each row, -1 for a row left over.
     *
     * @param cost by row and column; every row has the same length
     */
    public static int[] match(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        Require.that(
                columns <= MOST && rows <= MOST,
                "at most " + MOST + " clusters to match",
                () -> rows + " and " + columns);
        int spare = Math.max(0, rows - columns);
        int subsets = 1 << columns;
        // best[r][s]: least cost of the first r rows with the columns of s taken.
        double[][] best = new double[rows + 1][subsets];
        int[][] taken = new int[rows + 1][subsets];
        for (double[] row : best) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int r = 0; r < rows; r++) {
            for (int set = 0; set < subsets; set++) {
                if (best[r][set] == Double.POSITIVE_INFINITY) {
                    continue;
                }
                for (int c = 0; c < columns; c++) {
                    int with = set | 1 << c;
                    if (with != set && best[r][set] + cost[r][c] < best[r + 1][with]) {
                        best[r + 1][with] = best[r][set] + cost[r][c];
                        taken[r + 1][with] = c;
                    }
                }
                boolean mayLeave = r + 1 - Integer.bitCount(set) <= spare;
                if (mayLeave && best[r][set] < best[r + 1][set]) {
                    best[r + 1][set] = best[r][set];
                    taken[r + 1][set] = -1;
                }
            }
        }
        return trace(best[rows], taken);
    }

    private static int[] trace(double[] last, int[][] taken) {
        int set = 0;
        for (int other = 1; other < last.length; other++) {
            set = last[other] < last[set] ? other : set;
        }
        int[] match = new int[taken.length - 1];
        for (int r = match.length; r > 0; r--) {
            match[r - 1] = taken[r][set];
            set = taken[r][set] < 0 ? set : set & ~(1 << taken[r][set]);
        }
        return match;
    }
}
