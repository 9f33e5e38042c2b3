package io.huihui.models.vector;

/**
 * A device, such as a GPU, that holds copies of vectors of several owners and compares a query with
 * each of them. Used by one thread at a time. Its methods throw what they like when the device is
 * lost; what it held is lost then, too.
 */
public interface VectorDevice extends AutoCloseable {

    /** Makes room for an owner's vectors; what it had is forgotten. Nothing is near yet. */
    void begin(String owner, int places, int dimension);

    /**
     * Puts vectors at places of an owner.
     *
     * @param coordinates of one vector after the other
     * @param squares of their lengths; infinite where there is no vector
     */
    void put(String owner, int firstPlace, float[] coordinates, float[] squares);

    /** Returns the vectors of an owner nearest to a query; at most as many as there is room for. */
    Candidates nearest(String owner, float[] query, int most);

    /** Frees what an owner has, if anything. */
    void forget(String owner);

    @Override
    void close();
}
