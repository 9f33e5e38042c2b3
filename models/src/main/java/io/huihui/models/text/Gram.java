package io.huihui.models.text;

import java.util.List;

/** Matrices of how alike each two of n sentences are. */
final class Gram {

    private Gram() {}

    /** Returns the inner products of sparse vectors. */
    static float[][] linear(List<SparseVector> rows) {
        int[] starts = new int[SentenceWeights.DIMENSION + 1];
        for (SparseVector row : rows) {
            for (int i = 0; i < row.size(); i++) {
                starts[row.index(i) + 1]++;
            }
        }
        for (int i = 0; i < SentenceWeights.DIMENSION; i++) {
            starts[i + 1] += starts[i];
        }
        int[] holders = new int[starts[SentenceWeights.DIMENSION]];
        float[] values = new float[holders.length];
        int[] filled = new int[SentenceWeights.DIMENSION];
        for (int row = 0; row < rows.size(); row++) {
            SparseVector vector = rows.get(row);
            for (int i = 0; i < vector.size(); i++) {
                int at = starts[vector.index(i)] + filled[vector.index(i)]++;
                holders[at] = row;
                values[at] = vector.value(i);
            }
        }
        float[][] gram = new float[rows.size()][rows.size()];
        for (int index = 0; index < SentenceWeights.DIMENSION; index++) {
            for (int i = starts[index]; i < starts[index + 1]; i++) {
                float[] line = gram[holders[i]];
                for (int j = starts[index]; j <= i; j++) {
                    line[holders[j]] += values[i] * values[j];
                }
            }
        }
        mirror(gram);
        return gram;
    }

    /** Returns exp(-mean squared difference / 2) of each two rows. */
    static float[][] gaussian(float[][] rows) {
        float[][] gram = new float[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = gaussian(rows[i], rows[j]);
            }
        }
        mirror(gram);
        return gram;
    }

    /** Returns exp(-mean squared difference / 2). */
    static float gaussian(float[] one, float[] other) {
        // Four sums side by side, so that additions need not wait for one another.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            float d0 = one[i] - other[i];
            float d1 = one[i + 1] - other[i + 1];
            float d2 = one[i + 2] - other[i + 2];
            float d3 = one[i + 3] - other[i + 3];
            a += d0 * d0;
            b += d1 * d1;
            c += d2 * d2;
            d += d3 * d3;
        }
        for (; i < one.length; i++) {
            a += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return (float) Math.exp(-(a + b + c + d) / (2.0 * one.length));
    }

    private static void mirror(float[][] lower) {
        for (int row = 0; row < lower.length; row++) {
            for (int other = 0; other < row; other++) {
                lower[other][row] = lower[row][other];
            }
        }
    }
}
