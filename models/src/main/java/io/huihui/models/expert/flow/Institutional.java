package io.huihui.models.expert.flow;

import io.huihui.models.learner.MirrorSoftmax;

/** The probability that an institution trades: openly with knowledge, or hidden, or both. */
public final class Institutional {

    private Institutional() {}

    /** Returns the probability that some option customers know the coming drift. */
    public static double of(double[] informedChances) {
        return informedChances[MirrorSoftmax.UP] + informedChances[MirrorSoftmax.DOWN];
    }

    /** Returns it together with those hidden from the exchanges; without a tape (NaN) as it is. */
    public static double of(double informed, double hiddenBuyer, double hiddenSeller) {
        double hidden = Math.min(1, hiddenBuyer + hiddenSeller);
        return Double.isNaN(hidden) ? informed : 1 - (1 - informed) * (1 - hidden);
    }
}
