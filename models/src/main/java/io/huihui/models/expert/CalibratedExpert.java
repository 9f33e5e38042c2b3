package io.huihui.models.expert;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.FeatureSnapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An expert fitted offline whose probabilities are calibrated online by what came true. The model
 * itself stays as it was fitted: only what it says is corrected, and a change of its errors is
 * counted.
 *
 * @param <M> the fitted model
 */
public abstract class CalibratedExpert<M extends ExpertModel> extends LearningExpert {

    /** Calibration looks at what was said, not at what it was said from. */
    private static final int NO_INPUTS = 0;

    private final M model;

    protected CalibratedExpert(M model) {
        super(NO_INPUTS);
        this.model = model;
    }

    /** The fitted model, for what it hears beside snapshots. */
    protected final M model() {
        return model;
    }

    @Override
    public final Expert expert() {
        return model.expert();
    }

    @Override
    public final String modelVersion() {
        return model.modelVersion();
    }

    @Override
    protected final ExpertOpinion judge(FeatureSnapshot snapshot, double[] inputs) {
        return model.observe(snapshot);
    }

    /** The base class calibrates; there is nothing else to learn. */
    @Override
    protected final void learn(ResolvedOpinion resolved) {}

    /** The model's own version stands first in what it writes. */
    @Override
    protected final void writeModel(DataOutput out) throws IOException {
        model.writeTo(out);
    }

    @Override
    protected final void readModel(DataInput in) throws IOException {
        model.readFrom(in);
    }
}
