package io.huihui.models.vector;

import java.util.Arrays;

/** The vectors of a ring, rounded to a grid, and one rounded query: what a graph is walked by. */
final class RoundedVectors {

    private final Grid grid;
    private long[] words;
    private int[] squares;
    private final long[] query;
    private int querySquares;

    /** Kept, for a sum that nobody asks for would not be made. */
    @SuppressWarnings("UnusedVariable")
    private long fetched;

    RoundedVectors(Grid grid, int places) {
        this.grid = grid;
        words = new long[places * grid.wordsOfVector()];
        squares = new int[places];
        query = new long[grid.wordsOfQuery()];
    }

    void grow(int places) {
        words = Arrays.copyOf(words, places * grid.wordsOfVector());
        squares = Arrays.copyOf(squares, places);
    }

    /** Rounds the vector at a place. */
    void put(float[] coordinates, int place, int dimension) {
        squares[place] =
                grid.round(coordinates, place * dimension, words, place * grid.wordsOfVector());
    }

    /** From now on {@link #fromQuery} measures from this vector. */
    void ask(float[] vector) {
        querySquares = grid.roundQuery(vector, 0, query);
    }

    /**
     * Reads a little of several places one right after the other, so that the processor waits for
     * memory once and not once each: a search takes a third less by it.
     */
    void fetch(int[] places, int count) {
        int each = grid.wordsOfVector();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += words[places[i] * each] + squares[places[i]];
        }
        fetched = sum;
    }

    /** Returns the squared distance of the query, in its steps. */
    int fromQuery(int place) {
        return grid.fromQuery(
                query, querySquares, words, place * grid.wordsOfVector(), squares[place]);
    }

    /** Returns the squared distance of two places, in a query's steps. */
    int between(int a, int b) {
        int each = grid.wordsOfVector();
        return grid.between(words, a * each, squares[a], b * each, squares[b]);
    }

    Grid grid() {
        return grid;
    }
}
