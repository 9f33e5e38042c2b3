package io.huihui.models.vector;

import java.util.Arrays;

/**
 * Walks one level of a graph towards the query: of the nearest places seen so far, the nearest one
 * whose neighbours have not been looked at is next, until there is none. Algorithm 2 of Malkov and
 * Yashunin with one sorted list instead of two heaps.
 */
final class Beam {

    /** In a packed place: its neighbours have been looked at. */
    private static final long DONE = 1;

    private static final int PLACE_BITS = 31;

    /** About as many as a search of the usual shape sees. */
    private static final int FIRST_SEEN = 1 << 10;

    /** [distance : 32][place : 31][done : 1], sorted: near first, then by place. */
    private long[] nearest = new long[0];

    private int count;

    /** A bit for each place that was seen, and the places themselves, to clear them by. */
    private long[] seen = new long[0];

    private int[] seenPlaces = new int[FIRST_SEEN];
    private int seenCount;

    /** Neighbours seen for the first time, to be fetched together. */
    private int[] fresh = new int[0];

    /** Returns how many places are in the beam. */
    int count() {
        return count;
    }

    int place(int rank) {
        return placeOf(nearest[rank]);
    }

    int square(int rank) {
        return squareOf(nearest[rank]);
    }

    static long pack(int square, int place) {
        return ((long) square << (PLACE_BITS + 1)) | ((long) place << 1);
    }

    static int placeOf(long packed) {
        return (int) packed >>> 1;
    }

    static int squareOf(long packed) {
        return (int) (packed >>> (PLACE_BITS + 1));
    }

    /** Fills the beam with at most {@code breadth} places of a level, beginning with one. */
    void walk(RoundedVectors vectors, Links links, int level, int from, int breadth) {
        begin(links, breadth);
        mark(from);
        nearest[0] = pack(vectors.fromQuery(from), from);
        count = 1;
        int rank = 0;
        while (rank < count) {
            if ((nearest[rank] & DONE) != 0) {
                rank++;
                continue;
            }
            nearest[rank] |= DONE;
            int place = placeOf(nearest[rank]);
            int[] rows = links.rows(place, level);
            int start = links.start(place, level);
            int freshCount = 0;
            for (int i = start + 1; i <= start + rows[start]; i++) {
                if (mark(rows[i])) {
                    fresh[freshCount++] = rows[i];
                }
            }
            vectors.fetch(fresh, freshCount);
            for (int i = 0; i < freshCount; i++) {
                long packed = pack(vectors.fromQuery(fresh[i]), fresh[i]);
                if (count < breadth || packed < nearest[count - 1]) {
                    rank = Math.min(rank, take(packed, breadth));
                }
            }
        }
        forget();
    }

    private void begin(Links links, int breadth) {
        if (nearest.length < breadth) {
            nearest = new long[breadth];
        }
        if (fresh.length < links.most(0)) {
            fresh = new int[links.most(0)];
        }
        int words = (links.places() + Long.SIZE - 1) / Long.SIZE;
        if (seen.length < words) {
            seen = Arrays.copyOf(seen, words);
        }
        count = 0;
    }

    /** Returns whether a place is seen for the first time. */
    private boolean mark(int place) {
        long word = seen[place >> 6];
        long bit = 1L << place;
        if ((word & bit) != 0) {
            return false;
        }
        seen[place >> 6] = word | bit;
        if (seenCount == seenPlaces.length) {
            seenPlaces = Arrays.copyOf(seenPlaces, 2 * seenCount);
        }
        seenPlaces[seenCount++] = place;
        return true;
    }

    private void forget() {
        for (int i = 0; i < seenCount; i++) {
            seen[seenPlaces[i] >> 6] = 0;
        }
        seenCount = 0;
    }

    /** Puts a place in order, at the cost of the farthest when there is no room; returns where. */
    private int take(long packed, int breadth) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nearest[middle] < packed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int moved = Math.min(count, breadth - 1) - low;
        System.arraycopy(nearest, low, nearest, low + 1, moved);
        nearest[low] = packed;
        count = Math.min(count + 1, breadth);
        return low;
    }
}
