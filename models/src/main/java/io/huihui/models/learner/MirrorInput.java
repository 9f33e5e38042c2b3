package io.huihui.models.learner;

/**
 * One input of a {@link MirrorSoftmax}: a constant of an enum, whose order is that of the values.
 */
public interface MirrorInput {

    /** Place among the values. */
    int ordinal();

    /** Name in a model file. */
    String name();

    /** Returns whether it changes its sign in a mirrored market; an even one stays as it is. */
    boolean isOdd();
}
