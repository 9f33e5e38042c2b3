package io.huihui.models.directive;

import io.huihui.models.decision.Signal;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What one symbol's past says of its theses and signals, and what of it is still to be seen. At
 * most about 20 KiB.
 */
public final class Learning implements BinaryState {

    private static final int STATE_VERSION = 1;

    private final Calibration calibration = new Calibration();
    private final PendingTheses theses = new PendingTheses();
    private final SignalWeights weights = new SignalWeights();
    private final PendingSignals signals = new PendingSignals();

    Calibration calibration() {
        return calibration;
    }

    SignalWeights weights() {
        return weights;
    }

    /** Learns from all whose horizon has passed. */
    void resolve(FeatureSnapshot snapshot) {
        theses.resolve(snapshot, calibration);
        signals.resolve(snapshot, weights);
    }

    /** Keeps the signals that fired, and what was judged, until it is known what came of them. */
    void keep(FeatureSnapshot snapshot, Verdict verdict, List<Signal> fired, Judged judged) {
        int condition = Calibration.condition(verdict.marketState());
        for (Signal signal : fired) {
            signals.keep(signal, snapshot, verdict, condition);
        }
        if (judged != null) {
            keep(ThesisQuestion.DIRECTION, snapshot, condition, judged.direction());
            keep(ThesisQuestion.VOLATILITY, snapshot, condition, judged.volatility());
        }
    }

    private void keep(
            ThesisQuestion question, FeatureSnapshot snapshot, int condition, Judgement judgement) {
        theses.keep(question, snapshot, judgement.side(), condition, judgement.inputs());
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        calibration.writeTo(out);
        theses.writeTo(out);
        weights.writeTo(out);
        signals.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "learning");
        calibration.readFrom(in);
        theses.readFrom(in);
        weights.readFrom(in);
        signals.readFrom(in);
    }
}
