package io.huihui.models.text;

import io.huihui.models.Require;

/**
 * What a sentence model thinks of each word piece of one text, half-way through its layers; begin
 * and end marks are the first and the last.
 */
public final class PieceStates {

    private final int width;
    private final float[] values;

    /**
     * @param width numbers a piece
     * @param values [piece * width + i]; kept, not copied
     */
    public PieceStates(int width, float[] values) {
        Require.that(width > 0, "width > 0", () -> "width=" + width);
        Require.that(
                values.length >= 2 * width && values.length % width == 0,
                "whole pieces of width " + width + ", the two marks at least",
                () -> values.length + " numbers");
        this.width = width;
        this.values = values;
    }

    /** Returns how many pieces there are, marks included. */
    public int pieces() {
        return values.length / width;
    }

    /** Returns how many numbers a piece has. */
    public int width() {
        return width;
    }

    /** Copies all states to a place in {@code target}. */
    public void copyTo(float[] target, int at) {
        System.arraycopy(values, 0, target, at, values.length);
    }
}
