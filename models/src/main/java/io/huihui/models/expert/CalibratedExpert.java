package io.huihui.models.expert;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.FeatureSnapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An expert fitted before, whose probabilities go on being calibrated by what came true. The fit
 * itself does not change: what the symbol's own outcomes say goes into the calibration alone.
 */
public abstract class CalibratedExpert<M extends ExpertModel> extends LearningExpert {

    private final M fitted;

    /** Its state becomes part of this expert's. */
    protected CalibratedExpert(M fitted) {
        super(0);
        this.fitted = fitted;
    }

    @Override
    public final Expert expert() {
        return fitted.expert();
    }

    @Override
    public final String modelVersion() {
        return fitted.modelVersion();
    }

    @Override
    protected final ExpertOpinion judge(FeatureSnapshot snapshot, double[] inputs) {
        return fitted.observe(snapshot);
    }

    @Override
    protected final void learn(ResolvedOpinion resolved) {
        // Calibration has heard of it; the fit was made offline.
    }

    @Override
    protected final void writeModel(DataOutput out) throws IOException {
        fitted.writeTo(out);
    }

    @Override
    protected final void readModel(DataInput in) throws IOException {
        fitted.readFrom(in);
    }
}
