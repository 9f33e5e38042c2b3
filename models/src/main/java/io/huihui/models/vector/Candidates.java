package io.huihui.models.vector;

import io.huihui.models.Require;

/** What a device thinks is near, nearest first. */
public final class Candidates {

    private final int[] places;
    private final float[] squares;

    /**
     * Takes over the arrays.
     *
     * @param places of vectors in their ring
     * @param squares of their distances, as exact as sums of 32 bits are
     */
    public Candidates(int[] places, float[] squares) {
        Require.that(
                places.length == squares.length,
                "a square for each place",
                () -> places.length + " places and " + squares.length + " squares");
        this.places = places;
        this.squares = squares;
    }

    /** Returns how many there are. */
    public int count() {
        return places.length;
    }

    /** Returns the place of the one at this rank. */
    public int place(int rank) {
        return places[rank];
    }

    /** Returns the square of the distance of the one at this rank, roughly. */
    public float square(int rank) {
        return squares[rank];
    }
}
