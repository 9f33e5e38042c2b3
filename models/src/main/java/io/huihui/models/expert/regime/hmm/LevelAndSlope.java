package io.huihui.models.expert.regime.hmm;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Level and slope of a series by a Kalman filter: the level moves by the slope plus noise, the
 * slope by noise, and the series is seen with noise.
 *
 * <p>Reference: A. Harvey, "Forecasting, structural time series models and the Kalman filter",
 * 1989, section 2.3.2 (local linear trend).
 */
public final class LevelAndSlope implements BinaryState {

    private static final int VERSION = 1;

    /** Before the first observation the slope may be anything: this many level noises a step. */
    private static final double VAGUE = 1e4;

    private double levelNoise;
    private double slopeNoise;
    private double observationNoise;
    private double level = Double.NaN;
    private double slope;
    private double levelVariance;
    private double covariance;
    private double slopeVariance;

    /** For a state that is read back. */
    public LevelAndSlope() {
        this(1, 1, 1);
    }

    /**
     * Variances per step, in the square of the series' unit.
     *
     * @param levelNoise of the level beyond its slope
     * @param slopeNoise of the slope
     * @param observationNoise of what is seen around the level
     */
    public LevelAndSlope(double levelNoise, double slopeNoise, double observationNoise) {
        Require.notNegative("levelNoise", levelNoise);
        Require.notNegative("slopeNoise", slopeNoise);
        Require.positive("observationNoise", observationNoise);
        this.levelNoise = levelNoise;
        this.slopeNoise = slopeNoise;
        this.observationNoise = observationNoise;
    }

    /** Takes the next value; a missing one (NaN) lets the step pass without news. */
    public void observe(double value) {
        if (Double.isNaN(level)) {
            if (!Double.isNaN(value)) {
                level = value;
                levelVariance = observationNoise;
                slopeVariance = VAGUE * Math.max(levelNoise, slopeNoise);
            }
            return;
        }
        level += slope;
        levelVariance += 2 * covariance + slopeVariance + levelNoise;
        covariance += slopeVariance;
        slopeVariance += slopeNoise;
        if (Double.isNaN(value)) {
            return;
        }
        double innovation = value - level;
        double total = levelVariance + observationNoise;
        double levelGain = levelVariance / total;
        double slopeGain = covariance / total;
        level += levelGain * innovation;
        slope += slopeGain * innovation;
        slopeVariance -= slopeGain * covariance;
        covariance *= 1 - levelGain;
        levelVariance *= 1 - levelGain;
    }

    /** The level now; NaN before the first observation. */
    public double level() {
        return level;
    }

    /** The slope now, per step. */
    public double slope() {
        return slope;
    }

    /** The slope in its own standard deviations: beyond 2 it is hardly chance. */
    public double slopeScore() {
        return slopeVariance > 0 ? slope / Math.sqrt(slopeVariance) : 0;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (double value : values()) {
            out.writeDouble(value);
        }
    }

    private double[] values() {
        return new double[] {
            levelNoise,
            slopeNoise,
            observationNoise,
            level,
            slope,
            levelVariance,
            covariance,
            slopeVariance
        };
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "level-and-slope");
        levelNoise = in.readDouble();
        slopeNoise = in.readDouble();
        observationNoise = in.readDouble();
        level = in.readDouble();
        slope = in.readDouble();
        levelVariance = in.readDouble();
        covariance = in.readDouble();
        slopeVariance = in.readDouble();
    }
}
