package io.huihui.models.vector;

/** An index was used that does not know yet where its vectors lie. */
public final class UntrainedIndexException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UntrainedIndexException() {
        super(
                "need a trained index, was untrained; call train with at least "
                        + Grid.FEWEST_TYPICAL
                        + " typical vectors before the first is added or searched");
    }
}
