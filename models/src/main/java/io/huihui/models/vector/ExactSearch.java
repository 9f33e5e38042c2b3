package io.huihui.models.vector;

/** A way to find in an exact index what its own search finds. */
@FunctionalInterface
public interface ExactSearch {

    /** Does what {@link ExactIndex#search} does, with the same answer. */
    void search(ExactIndex index, float[] query, int k, Neighbours found);

    /** Returns the index' own way. */
    static ExactSearch own() {
        return ExactIndex::search;
    }
}
