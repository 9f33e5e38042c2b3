package io.huihui.models.expert;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.learner.Adwin;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.PricePoint;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An expert that learns from what the price did after its opinions: it predicts, waits until the
 * horizon has passed, scores, learns. This class keeps the opinions that wait, calibrates what is
 * said by what came true, and watches for drift; a subclass judges and learns.
 *
 * <p>Outcomes are read off the snapshots the expert is shown, in their order. So an outcome can not
 * be used before its time, and replay and live learn alike, whatever the watermarks did.
 *
 * <p>Calibration acts on every opinion that does not abstain. It starts as the identity, so a model
 * fitted offline keeps its calibration until outcomes say otherwise.
 */
public abstract class LearningExpert implements ExpertModel {

    private static final int STATE_VERSION = 1;

    /** Name of what calibration adds to ln(up / down), among the contributions. */
    private static final String CALIBRATION = "CALIBRATION";

    private static final Horizon[] HORIZONS = Horizon.values();

    /** Outcomes of the shortest horizon until one shares nothing with the first. */
    private static final int BLOCK = (int) (HORIZONS[0].millis() / WaitingOpinions.STEP_MILLIS);

    /** Largest Brier score, which makes 1 of it. */
    private static final double LARGEST_BRIER = 2;

    private final double[] inputs;
    private final WaitingOpinions waiting;
    private final ThesisCalibrator[] calibrators = new ThesisCalibrator[HORIZONS.length];

    /** Of the mean Brier score of each block of 5-minute outcomes: blocks do not overlap. */
    private final Adwin errors = new Adwin();

    private double blockError;
    private int blockCount;
    private long drifts;

    /**
     * An expert that has seen nothing.
     *
     * @param inputCount how many numbers {@link #judge} looks at
     */
    protected LearningExpert(int inputCount) {
        inputs = new double[inputCount];
        waiting = new WaitingOpinions(inputCount);
        for (int i = 0; i < calibrators.length; i++) {
            calibrators[i] = new ThesisCalibrator();
        }
    }

    /**
     * Returns what the expert thinks of the snapshot, and fills in what it looked at. Inputs left
     * at NaN are missing. An abstention is learned from too when it has inputs: so an expert can
     * wait to speak until it has learned enough.
     *
     * @param inputs to be filled; all NaN when called
     */
    protected abstract ExpertOpinion judge(FeatureSnapshot snapshot, double[] inputs);

    /** Learns from one outcome. Inputs come back rounded to float. */
    protected abstract void learn(ResolvedOpinion resolved);

    /** Hears that its errors have changed; by default does nothing. */
    protected void drifted() {}

    /** Writes the subclass's own state, with a version of its own. */
    protected abstract void writeModel(DataOutput out) throws IOException;

    /** Reads what {@link #writeModel} wrote, of this or an earlier version. */
    protected abstract void readModel(DataInput in) throws IOException;

    @Override
    public final ExpertOpinion observe(FeatureSnapshot snapshot) {
        waiting.observe(snapshot.id(), PricePoint.of(snapshot), this::resolved);
        Arrays.fill(inputs, Double.NaN);
        ExpertOpinion opinion = judge(snapshot, inputs);
        if (!opinion.abstained() || hasInputs()) {
            waiting.add(snapshot.id(), opinion.theses(), inputs);
        }
        return opinion.abstained() ? opinion : calibrated(opinion);
    }

    private boolean hasInputs() {
        for (double input : inputs) {
            if (!Double.isNaN(input)) {
                return true;
            }
        }
        return false;
    }

    private void resolved(ResolvedOpinion outcome) {
        calibrators[outcome.horizon().ordinal()].learn(
                outcome.said(), outcome.realized(), outcome.weight());
        learn(outcome);
        if (outcome.horizon() == HORIZONS[0]) {
            blockError += OutcomeScorer.brier(outcome.said(), outcome.realized());
            if (++blockCount == BLOCK) {
                boolean changed = errors.add(blockError / BLOCK / LARGEST_BRIER);
                blockError = 0;
                blockCount = 0;
                if (changed) {
                    drifts++;
                    drifted();
                }
            }
        }
    }

    private ExpertOpinion calibrated(ExpertOpinion opinion) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : HORIZONS) {
            theses.add(calibrators[horizon.ordinal()].calibrate(opinion.thesis(horizon)));
        }
        Thesis said = opinion.thesis(Horizon.MINUTES_15);
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        if (central.equals(said)) {
            return opinion.with(theses, opinion.confidence(), opinion.contributions());
        }
        List<Contribution> contributions = new ArrayList<>(opinion.contributions());
        contributions.add(new Contribution(CALIBRATION, logRatio(central) - logRatio(said)));
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return opinion.with(
                theses, central.probability(central.likeliest()), List.copyOf(contributions));
    }

    private static double logRatio(Thesis thesis) {
        return Math.log(thesis.up() / thesis.down());
    }

    /** Whether enough outcomes of a horizon are in for its theses to count as calibrated. */
    public final boolean isCalibrated(Horizon horizon) {
        return calibrators[horizon.ordinal()].isCalibrated();
    }

    /** Returns how many opinions wait for an outcome at this time. */
    public final int waiting(long nowMillis) {
        return waiting.waiting(nowMillis);
    }

    /** Returns how many outcomes were ever learned from. */
    public final long learned() {
        return waiting.resolved();
    }

    /** Returns how many times the errors were found to have changed. */
    public final long drifts() {
        return drifts;
    }

    @Override
    public final void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        waiting.writeTo(out);
        for (ThesisCalibrator calibrator : calibrators) {
            calibrator.writeTo(out);
        }
        errors.writeTo(out);
        out.writeDouble(blockError);
        out.writeInt(blockCount);
        out.writeLong(drifts);
        writeModel(out);
    }

    @Override
    public final void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "learning expert");
        waiting.readFrom(in);
        for (ThesisCalibrator calibrator : calibrators) {
            calibrator.readFrom(in);
        }
        errors.readFrom(in);
        blockError = in.readDouble();
        blockCount = in.readInt();
        drifts = in.readLong();
        readModel(in);
    }
}
