package io.huihui.models.text;

import java.util.Arrays;

/** A growing list of hashes. */
final class HashList {

    private long[] hashes = new long[64];
    private int size;

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    long[] toArray() {
        return Arrays.copyOf(hashes, size);
    }
}
