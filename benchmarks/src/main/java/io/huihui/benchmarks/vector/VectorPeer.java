package io.huihui.benchmarks.vector;

import java.io.IOException;
import java.nio.file.Path;

/** Another library's approximate index of vectors, by Euclidean distance. */
public interface VectorPeer {

    /** Name and version of the library. */
    String name();

    /**
     * Adds all vectors one after the other on this thread and makes them ready to be searched.
     *
     * @param links of a vector on the higher levels at most; twice as many on the lowest
     * @param breadth candidates an insertion looks for
     * @param folder for files, should there be any
     */
    void build(float[][] vectors, int links, int breadth, Path folder) throws IOException;

    /** Returns the places of {@code k} vectors near a query, out of {@code breadth} candidates. */
    int[] search(float[] query, int k, int breadth) throws IOException;

    /** Lets go of memory and files. */
    void close() throws IOException;
}
