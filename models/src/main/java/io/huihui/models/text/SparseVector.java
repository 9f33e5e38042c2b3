package io.huihui.models.text;

import java.util.Arrays;

/** A vector of which most elements are zero: indices in ascending order, and their values. */
public final class SparseVector {

    private final int[] indices;
    private final float[] values;

    /** Takes over both arrays; {@code indices} must ascend. */
    SparseVector(int[] indices, float[] values) {
        this.indices = indices;
        this.values = values;
    }

    int size() {
        return indices.length;
    }

    int index(int at) {
        return indices[at];
    }

    float value(int at) {
        return values[at];
    }

    /** Returns the counts of the hashes by their lowest {@code bits} bits. */
    static SparseVector counts(long[] hashes, int bits) {
        int[] sorted = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            sorted[i] = (int) (hashes[i] & ((1L << bits) - 1));
        }
        Arrays.sort(sorted);
        int[] indices = new int[sorted.length];
        float[] values = new float[sorted.length];
        int size = 0;
        for (int index : sorted) {
            if (size == 0 || indices[size - 1] != index) {
                indices[size++] = index;
            }
            values[size - 1]++;
        }
        return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }
}
