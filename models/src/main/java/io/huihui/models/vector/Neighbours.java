package io.huihui.models.vector;

import java.util.Arrays;

/** What a search found, nearest first. Can be filled again and again. */
public final class Neighbours {

    private static final int FIRST_CAPACITY = 16;

    private long[] numbers = new long[FIRST_CAPACITY];
    private double[] squares = new double[FIRST_CAPACITY];
    private int count;
    private int most;

    /** Returns how many were found. */
    public int count() {
        return count;
    }

    /** Returns the number of the one at this rank, the nearest at 0. */
    public long number(int rank) {
        return numbers[rank];
    }

    /** Returns the Euclidean distance of the one at this rank. */
    public double distance(int rank) {
        return Math.sqrt(squares[rank]);
    }

    /** Forgets what was found; from now on keeps the nearest {@code k} that are offered. */
    void begin(int k) {
        count = 0;
        most = k;
        if (numbers.length < k) {
            numbers = new long[k];
            squares = new double[k];
        }
    }

    /** Returns the squared distance from which on an offer is of no use. */
    double limit() {
        return count < most ? Double.POSITIVE_INFINITY : squares[most - 1];
    }

    /** Takes one in when it is among the nearest. */
    void offer(long number, double square) {
        int rank = Arrays.binarySearch(squares, 0, count, square);
        rank = rank < 0 ? -rank - 1 : rank;
        while (rank > 0 && squares[rank - 1] == square && numbers[rank - 1] > number) {
            rank--;
        }
        while (rank < count && squares[rank] == square && numbers[rank] < number) {
            rank++;
        }
        if (rank >= most) {
            return;
        }
        int moved = Math.min(count, most - 1) - rank;
        System.arraycopy(numbers, rank, numbers, rank + 1, moved);
        System.arraycopy(squares, rank, squares, rank + 1, moved);
        numbers[rank] = number;
        squares[rank] = square;
        count = Math.min(count + 1, most);
    }
}
