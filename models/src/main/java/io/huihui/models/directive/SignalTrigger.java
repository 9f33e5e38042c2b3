package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Signal;

/**
 * What a signal's name looks at in one second. It fires where the size of the score reaches the
 * threshold.
 *
 * @param metric that stands in the evidence
 * @param strength -5..5, with the sign of the direction
 * @param strike null when it is not about a strike
 */
record SignalTrigger(
        String metric,
        double score,
        double threshold,
        double strength,
        Bias direction,
        Double strike) {

    /** Returns one without direction and strike whose strength says how extreme a rank is. */
    static SignalTrigger ofRank(String metric, double rank, double threshold) {
        return new SignalTrigger(metric, rank, threshold, ofRank(rank), Bias.NEUTRAL, null);
    }

    /** Returns one that does not fire, so that the name may fire again. */
    static SignalTrigger quiet(String metric, double threshold) {
        return new SignalTrigger(metric, 0, threshold, 0, Bias.NEUTRAL, null);
    }

    /** Returns one that fires in a direction with this strength, 0..5, when its condition holds. */
    static SignalTrigger when(boolean holds, String metric, Bias direction, double magnitude) {
        double cut = Math.max(0, Math.min(Signal.STRONGEST, magnitude));
        int sign = direction == Bias.BEARISH ? -1 : 1;
        return holds
                ? new SignalTrigger(metric, 1, 1, sign * cut, direction, null)
                : quiet(metric, 1);
    }

    SignalTrigger atStrike(double at) {
        return new SignalTrigger(metric, score, threshold, strength, direction, at);
    }

    /** Maps a rank of one half to 0 and the highest to 5. */
    static double ofRank(double rank) {
        return Signal.STRONGEST * Math.max(0, Math.min(1, 2 * rank - 1));
    }
}
