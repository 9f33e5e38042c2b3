package io.huihui.models.text;

/**
 * The lower layers of a sentence model, which stay as they are; those above can be trained for a
 * task of one's own.
 */
public interface PieceModel {

    /** Name and version of the weights, and where they are cut. */
    String version();

    /** Returns the states of a text's word pieces below the cut. */
    PieceStates states(String text);
}
