package io.huihui.benchmarks.learners;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.expert.LearningExpert;
import io.huihui.models.expert.ResolvedOpinion;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * An expert that sees a true lead of the price and believes in it too much: its odds of up against
 * down are those of the truth to a power. It learns nothing itself; what is corrected, calibration
 * corrects.
 */
final class OverconfidentExpert extends LearningExpert {

    private final double conviction;

    private List<Thesis> said = List.of();

    /**
     * An expert with odds of e^(2 * conviction * lead) : 1 for up against down.
     *
     * @param conviction as large as the truth's for someone who is right about what he knows
     */
    OverconfidentExpert(double conviction) {
        super(1);
        this.conviction = conviction;
    }

    @Override
    public Expert expert() {
        return Expert.FLOW;
    }

    @Override
    public String modelVersion() {
        return "overconfident/1";
    }

    @Override
    protected ExpertOpinion judge(FeatureSnapshot snapshot, double[] inputs) {
        inputs[0] = snapshot.features().orNaN(Feature.DWFD_5M);
        double up = Math.exp(conviction * inputs[0]);
        double down = 1 / up;
        double sum = up + 1 + down;
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, up / sum, down / sum, 1 / sum));
        }
        said = theses;
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                expert(),
                theses,
                VolatilityView.uniform(),
                central.probability(central.likeliest()),
                List.of(new Contribution("LEAD", 2 * conviction * inputs[0])),
                List.of(),
                modelVersion(),
                false,
                null,
                null,
                null,
                null);
    }

    /** What it said last, before calibration. */
    Thesis said(Horizon horizon) {
        return said.get(horizon.ordinal());
    }

    @Override
    protected void learn(ResolvedOpinion resolved) {
        // Only its calibration learns.
    }

    @Override
    protected void writeModel(DataOutput out) {
        // It has no state of its own.
    }

    @Override
    protected void readModel(DataInput in) {
        // It has no state of its own.
    }
}
