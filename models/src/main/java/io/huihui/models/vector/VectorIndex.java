package io.huihui.models.vector;

import io.huihui.models.serialization.BinaryState;

/**
 * Remembers vectors and finds those nearest to another by Euclidean distance. Holds the last {@link
 * #capacity} that were added: one more lets the oldest go. What was added or removed shows in the
 * next search. The same calls in the same order give the same answers, bit for bit, also across a
 * restore. For one thread.
 *
 * <p>Every method that takes a vector refuses one of another dimension, and one with a coordinate
 * that is not finite, by an {@link io.huihui.models.InvalidRecordException}.
 */
public interface VectorIndex extends BinaryState {

    /** Returns how many coordinates a vector has. */
    int dimension();

    /** Returns how many vectors are held at most. */
    int capacity();

    /** Returns how many vectors are held. */
    int size();

    /** Returns whether vectors can be added and searched. */
    boolean isTrained();

    /**
     * Learns from typical vectors where most lie; they are not added. Can be done once, before the
     * first vector is added; an index that needs no training only checks them.
     */
    void train(float[][] typical);

    /**
     * Adds a vector and returns its number: 0, 1, 2 and so on, in the order of addition.
     *
     * @throws UntrainedIndexException when the index needs training and had none
     */
    long add(float[] vector);

    /** Returns a copy of a vector; null when it is not held. */
    float[] get(long number);

    /** Forgets a vector; returns false when it is not held. */
    boolean remove(long number);

    /**
     * Fills {@code found} with the {@code k} vectors nearest to a query, or all when fewer are
     * held; nearest first, of equally near ones the one with the smaller number first. Distances
     * are exact whatever the engine; an approximate one may miss a vector.
     *
     * @throws UntrainedIndexException when the index needs training and had none
     */
    void search(float[] query, int k, Neighbours found);
}
