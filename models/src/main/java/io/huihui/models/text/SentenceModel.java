package io.huihui.models.text;

/**
 * A language model that turns a sentence into a vector of its meaning. The engine behind it may be
 * native; what it returns depends on the text alone.
 */
public interface SentenceModel {

    /** Name and version of the weights; a classifier trained on one model refuses another. */
    String version();

    /** Length of the vectors. */
    int dimension();

    /** Returns the vector of a text, of length {@link #dimension}; the caller may keep it. */
    float[] embed(String text);
}
