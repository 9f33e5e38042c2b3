package io.huihui.models.gate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Thesis;
import io.huihui.models.learner.Calibrator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Calibrates pooled theses of one horizon by one rising map for all directions, so that what was
 * likeliest stays so: a pool of experts that agree too little says too little of everything, and
 * that is what is to be mended here, not what each direction's experts are wrong about.
 */
final class PoolCalibrator {

    private static final Direction[] DIRECTIONS = Direction.values();

    /** Smallest probability left to a direction, before scaling: its logarithm has to exist. */
    private static final double SMALLEST = 1e-3;

    /** Where the map is flat, what was said decides between two directions. */
    private static final double TIE_BREAK = 1e-6;

    /** Three directions of one outcome tell less than three outcomes. */
    private static final double SHARE_OF_DIRECTION = 1.0 / DIRECTIONS.length;

    private final Calibrator calibrator = new Calibrator();

    /** Learns what happened after a thesis; {@code weight} as in {@link Calibrator}. */
    void learn(Thesis said, Direction realized, double weight) {
        for (Direction direction : DIRECTIONS) {
            calibrator.learn(
                    said.probability(direction),
                    direction == realized,
                    weight * SHARE_OF_DIRECTION);
        }
    }

    /** Returns the thesis after calibration; the thesis itself before there was an outcome. */
    Thesis calibrate(Thesis said) {
        if (calibrator.outcomes() == 0) {
            return said;
        }
        double up = calibrated(said.up());
        double down = calibrated(said.down());
        double flat = calibrated(said.flat());
        double sum = up + down + flat;
        return new Thesis(said.horizon(), up / sum, down / sum, flat / sum);
    }

    private double calibrated(double said) {
        return Math.max(SMALLEST, calibrator.calibrate(said)) + TIE_BREAK * said;
    }

    void writeTo(DataOutput out) throws IOException {
        calibrator.writeTo(out);
    }

    void readFrom(DataInput in) throws IOException {
        calibrator.readFrom(in);
    }
}
