package io.huihui.models.directive;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.learner.Logistic;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns what the gate says of a thesis into how often such a thesis came true: its inputs correct
 * the log-odds, then a rising curve over all outcomes of the symbol, then the curve of the present
 * market condition, which is pulled to that of all conditions.
 */
public final class Calibration implements BinaryState {

    /** Stands in every directive. */
    public static final String VERSION = "calibration/1";

    /** Fewer independent outcomes than this say too little: about five hours of 15 minutes. */
    public static final double FEWEST_OUTCOMES = 20;

    /** What the prior of the pooled curve, no correction, counts for in each of its bins. */
    private static final double POOLED_PRIOR = 3;

    /** What the pooled curve counts for in each bin of the curve of one condition. */
    private static final double CONDITION_PRIOR = 6;

    private static final int CONDITIONS = MarketCondition.count();

    private static final int STATE_VERSION = 1;

    private final EvidenceWeights[] weights = new EvidenceWeights[ThesisQuestion.count()];
    private final CalibrationCurve[] pooled = new CalibrationCurve[ThesisQuestion.count()];

    /** By question and condition; null before its first outcome. */
    private final CalibrationCurve[][] own =
            new CalibrationCurve[ThesisQuestion.count()][CONDITIONS];

    public Calibration() {
        for (int i = 0; i < pooled.length; i++) {
            weights[i] = new EvidenceWeights();
            pooled[i] = new CalibrationCurve();
        }
    }

    /**
     * What became of a raw probability.
     *
     * @param probability calibrated; the raw one while too few outcomes are known
     * @param evidenceLogOdds what the inputs added to the raw log-odds
     * @param curveLogOdds what the curves added to that
     */
    public record Calibrated(
            double probability,
            double evidenceLogOdds,
            double curveLogOdds,
            boolean calibrated,
            double independentOutcomes) {}

    /**
     * Returns the probability that a thesis is right.
     *
     * @param condition place of the market condition; -1 when it is not known
     */
    public Calibrated calibrate(ThesisQuestion question, int condition, ThesisInputs inputs) {
        int at = question.ordinal();
        double known = pooled[at].independentOutcomes();
        if (known < FEWEST_OUTCOMES) {
            double raw = Logistic.probability(inputs.rawLogOdds());
            return new Calibrated(raw, 0, 0, false, known);
        }
        double logOdds = weights[at].logOdds(inputs);
        double probability = Logistic.bounded(curve(at, condition, Logistic.probability(logOdds)));
        return new Calibrated(
                probability,
                logOdds - inputs.rawLogOdds(),
                Logistic.logOdds(probability) - logOdds,
                true,
                known);
    }

    private double curve(int question, int condition, double probability) {
        double[] curve = pooled[question].fit(CalibrationCurve.believed(), POOLED_PRIOR);
        if (condition >= 0 && own[question][condition] != null) {
            curve = own[question][condition].fit(curve, CONDITION_PRIOR);
        }
        return CalibrationCurve.at(curve, probability);
    }

    /** Learns what became of a thesis. */
    public void learn(ThesisQuestion question, int condition, ThesisInputs inputs, boolean right) {
        int at = question.ordinal();
        double independence = question.independence();
        double probability = Logistic.probability(weights[at].logOdds(inputs));
        pooled[at].learn(probability, right, independence);
        if (condition >= 0) {
            if (own[at][condition] == null) {
                own[at][condition] = new CalibrationCurve();
            }
            own[at][condition].learn(probability, right, independence);
        }
        weights[at].learn(inputs, right, independence);
    }

    /** Returns the place of a market condition by its name; -1 when there is none. */
    public static int condition(String name) {
        for (MarketCondition condition : MarketCondition.values()) {
            if (condition.name().equals(name)) {
                return condition.ordinal();
            }
        }
        return -1;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeByte(CONDITIONS);
        for (int i = 0; i < pooled.length; i++) {
            weights[i].writeTo(out);
            pooled[i].writeTo(out);
            for (CalibrationCurve curve : own[i]) {
                out.writeBoolean(curve != null);
                if (curve != null) {
                    curve.writeTo(out);
                }
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "calibration");
        int conditions = in.readByte();
        for (int i = 0; i < pooled.length; i++) {
            weights[i].readFrom(in);
            pooled[i].readFrom(in);
            for (int condition = 0; condition < conditions; condition++) {
                if (in.readBoolean()) {
                    own[i][condition] = new CalibrationCurve();
                    own[i][condition].readFrom(in);
                }
            }
        }
    }
}
