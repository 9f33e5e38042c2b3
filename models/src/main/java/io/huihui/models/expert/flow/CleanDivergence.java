package io.huihui.models.expert.flow;

import io.huihui.models.learner.MirrorSoftmax;

/**
 * The delta-weighted flow divergence without the noise of those who know nothing: it counts as far
 * as book and prints of the underlying, and the sizes of option trades, make it likely that
 * somebody trades that way with knowledge. No window is added, so it is as early as the divergence
 * itself.
 */
public final class CleanDivergence {

    /** What is left of a divergence that nothing else speaks for: it never vanishes. */
    private static final double LEAST = 0.05;

    /**
     * Brings a cleaned divergence back to the scale of DWFD: in the informed episodes of the
     * training seeds its mean in their direction is that of DWFD.
     */
    private static final double SCALE = 1.53;

    private CleanDivergence() {}

    /**
     * Returns the cleaned divergence; NaN where the divergence is missing.
     *
     * @param dwfd robust z
     * @param chances up, down and neither, from {@link FlowModels#book}
     */
    public static double of(double dwfd, double[] chances) {
        double own = dwfd > 0 ? chances[MirrorSoftmax.UP] : chances[MirrorSoftmax.DOWN];
        return SCALE * dwfd * (LEAST + (1 - LEAST) * own);
    }
}
