package io.huihui.benchmarks.evaluate.gate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.gate.FixedShareHedge;
import io.huihui.models.outcome.OutcomeScorer;

/**
 * What the booster makes of planted experts at 15 minutes, and how it learns from what happened.
 */
final class BoostedExperts {

    private BoostedExperts() {}

    /** Returns the mean of the experts' theses by weights. */
    static Thesis say(PlantedExperts.Step now, double... weights) {
        double[] sums = new double[Direction.values().length];
        double mass = 0;
        for (ExpertOpinion opinion : now.opinions()) {
            double weight = weights[opinion.expert().ordinal()];
            mass += weight;
            for (Direction direction : Direction.values()) {
                sums[direction.ordinal()] += weight * thesis(opinion).probability(direction);
            }
        }
        double up = sums[Direction.UP.ordinal()] / mass;
        double down = sums[Direction.DOWN.ordinal()] / mass;
        return new Thesis(Horizon.MINUTES_15, up, down, Math.max(0, 1 - up - down));
    }

    /** Lets the weights hear what happened. */
    static void learn(FixedShareHedge hedge, PlantedExperts.Step now) {
        double[] losses = new double[Expert.values().length];
        for (ExpertOpinion opinion : now.opinions()) {
            losses[opinion.expert().ordinal()] =
                    OutcomeScorer.brier(thesis(opinion), now.realized()) / 2;
        }
        hedge.watch(hedge.mixedLoss(losses));
        hedge.learn(losses, 1);
    }

    static Thesis thesis(ExpertOpinion opinion) {
        return opinion.thesis(Horizon.MINUTES_15);
    }
}
