package io.huihui.network;

import io.huihui.models.text.PieceStates;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import java.util.List;

/** Texts side by side, padded to the longest: the inputs of a {@link ToneBlock}. */
final class ToneBatch {

    /** Added to the score of padding: after softmax nothing is left of it. */
    private static final float NEVER = -30_000;

    private ToneBatch() {}

    static NDList of(NDManager manager, List<PieceStates> texts) {
        int count = texts.size();
        int width = texts.get(0).width();
        int longest = texts.stream().mapToInt(PieceStates::pieces).max().orElseThrow();
        float[] states = new float[count * longest * width];
        float[] mask = new float[count * longest];
        float[] weights = new float[count * longest];
        for (int text = 0; text < count; text++) {
            PieceStates pieces = texts.get(text);
            pieces.copyTo(states, text * longest * width);
            int size = pieces.pieces();
            // The marks are no words; only where there is nothing else they stand for the text.
            int from = size > 2 ? 1 : 0;
            int to = size > 2 ? size - 1 : size;
            for (int piece = 0; piece < longest; piece++) {
                mask[text * longest + piece] = piece < size ? 0 : NEVER;
                weights[text * longest + piece] =
                        piece >= from && piece < to ? 1f / (to - from) : 0;
            }
        }
        NDArray offsets = manager.create(mask, new Shape(count, 1, 1, longest));
        return new NDList(
                manager.create(states, new Shape(count, longest, width)),
                offsets,
                manager.create(weights, new Shape(count, 1, longest)));
    }
}
