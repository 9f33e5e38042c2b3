package io.huihui.models.expert;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Thesis;
import io.huihui.models.learner.Calibrator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Calibrates the theses of one horizon: one calibrator per direction, their answers scaled to sum
 * to 1.
 *
 * <p>Reference: Zadrozny, Elkan, "Transforming classifier scores into accurate multiclass
 * probability estimates", KDD, 2002, section 3.
 */
public final class ThesisCalibrator {

    private static final Direction[] DIRECTIONS = Direction.values();

    /**
     * Smallest probability left to a direction, before scaling: nothing learned from a bounded
     * history makes a direction impossible, and its logarithm has to exist.
     */
    private static final double SMALLEST = 1e-3;

    private final Calibrator[] calibrators = new Calibrator[DIRECTIONS.length];

    public ThesisCalibrator() {
        for (int i = 0; i < calibrators.length; i++) {
            calibrators[i] = new Calibrator();
        }
    }

    /** Learns what happened after a thesis was said; {@code weight} as in {@link Calibrator}. */
    public void learn(Thesis said, Direction realized, double weight) {
        for (Direction direction : DIRECTIONS) {
            calibrators[direction.ordinal()].learn(
                    said.probability(direction), direction == realized, weight);
        }
    }

    /** Returns the thesis after calibration; the thesis itself before there was an outcome. */
    public Thesis calibrate(Thesis said) {
        if (calibrators[0].outcomes() == 0) {
            return said;
        }
        double up = calibrated(said, Direction.UP);
        double down = calibrated(said, Direction.DOWN);
        double flat = calibrated(said, Direction.FLAT);
        double sum = up + down + flat;
        return new Thesis(said.horizon(), up / sum, down / sum, flat / sum);
    }

    private double calibrated(Thesis said, Direction direction) {
        double calibrated = calibrators[direction.ordinal()].calibrate(said.probability(direction));
        return Math.max(SMALLEST, calibrated);
    }

    /** Whether enough outcomes are in for the answers to count as calibrated. */
    public boolean isCalibrated() {
        return calibrators[0].isCalibrated();
    }

    public void writeTo(DataOutput out) throws IOException {
        for (Calibrator calibrator : calibrators) {
            calibrator.writeTo(out);
        }
    }

    public void readFrom(DataInput in) throws IOException {
        for (Calibrator calibrator : calibrators) {
            calibrator.readFrom(in);
        }
    }
}
