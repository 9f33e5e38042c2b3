package io.huihui.models.expert;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.learner.FtrlRates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A small expert that learns: reads one feature and its mirror image, writes down what it is
 * taught.
 */
public final class Student extends LearningExpert {

    private static final int STATE_VERSION = 1;

    final List<ResolvedOpinion> taught = new ArrayList<>();
    long heard;

    /** Learns nothing more, so that its errors rise when the market turns. */
    boolean stubborn;

    private final ThesisLearner learner =
            new ThesisLearner(List.of("FLOW", "MIRROR"), new FtrlRates(0.5, 1, 0, 0));

    /** Knows nothing. */
    public Student() {
        super(2);
    }

    @Override
    public Expert expert() {
        return Expert.FLOW;
    }

    @Override
    public String modelVersion() {
        return "student/1";
    }

    @Override
    protected ExpertOpinion judge(FeatureSnapshot snapshot, double[] inputs) {
        double flow = snapshot.features().orNaN(Feature.DWFD_5M);
        InputQuality quality = InputGroup.of("flow", snapshot.features(), Feature.DWFD_5M);
        if (Double.isNaN(flow)) {
            return ExpertOpinion.abstain(
                    snapshot.id(),
                    expert(),
                    modelVersion(),
                    List.of(quality),
                    "need DWFD, was none");
        }
        inputs[0] = flow;
        inputs[1] = -flow;
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(learner.thesis(horizon, inputs));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot.id(),
                expert(),
                theses,
                VolatilityView.uniform(),
                central.probability(central.likeliest()),
                learner.contributions(Horizon.MINUTES_15, inputs),
                List.of(quality),
                modelVersion(),
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    protected void learn(ResolvedOpinion resolved) {
        taught.add(resolved);
        if (!stubborn) {
            learner.learn(resolved);
        }
    }

    @Override
    protected void drifted() {
        heard++;
    }

    @Override
    protected void writeModel(DataOutput out) throws IOException {
        out.writeShort(STATE_VERSION);
        learner.writeTo(out);
    }

    @Override
    protected void readModel(DataInput in) throws IOException {
        in.readShort();
        learner.readFrom(in);
    }
}
