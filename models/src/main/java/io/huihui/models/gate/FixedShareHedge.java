package io.huihui.models.gate;

import io.huihui.models.Require;
import io.huihui.models.learner.Adwin;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weights of experts by what came of their opinions: each loses by its loss, and a small share of
 * all weight is always dealt out anew, so that an expert that was bad for long can rise within few
 * outcomes. When the loss of the weighted experts is found to have changed, all begin anew at equal
 * weights: then the past is no guide.
 *
 * <p>References: Freund, Schapire, "A decision-theoretic generalization of on-line learning and an
 * application to boosting", JCSS 55, 1997 (Hedge); Herbster, Warmuth, "Tracking the best expert",
 * Machine Learning 32, 1998, section 5 (fixed share); drift: {@link Adwin}.
 */
public final class FixedShareHedge implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** How strongly one independent loss counts: a loss of 1 takes all but a fiftieth. */
    public static final double RATE = 4;

    /** Share of the weight dealt out anew after each independent loss. */
    public static final double SHARE = 0.01;

    private double rate;
    private double share;
    private double[] weights;
    private double outcomes;
    private final Adwin errors = new Adwin();
    private long drifts;

    /** For restore. */
    public FixedShareHedge() {
        this(1);
    }

    /** Experts of whom nothing is known yet. */
    public FixedShareHedge(int experts) {
        this(experts, RATE, SHARE);
    }

    public FixedShareHedge(int experts, double rate, double share) {
        Require.that(experts >= 1, "at least one expert", () -> experts + " experts");
        this.rate = Require.positive("rate", rate);
        this.share = Require.within("share", share, 0, 1);
        weights = new double[experts];
        Arrays.fill(weights, 1.0 / experts);
    }

    /**
     * Learns from one outcome.
     *
     * @param losses of each expert, 0..1; NaN for one that did not answer: its weight stays as it
     *     is against the mean of the others
     * @param weightOfOutcome how many independent outcomes it is worth, above 0, at most 1
     */
    public void learn(double[] losses, double weightOfOutcome) {
        double mixed = mixedLoss(losses);
        if (Double.isNaN(mixed)) {
            return;
        }
        outcomes += weightOfOutcome;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double loss = Double.isNaN(losses[i]) ? mixed : losses[i];
            weights[i] *= Math.exp(-rate * weightOfOutcome * (loss - mixed));
            sum += weights[i];
        }
        double dealt = share * weightOfOutcome;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (1 - dealt) * weights[i] / sum + dealt / weights.length;
        }
    }

    /**
     * Hears the mean loss of a stretch of outcomes that shares nothing with the one before, and
     * begins anew when it says that the world has changed; returns whether it does.
     */
    public boolean watch(double meanLoss) {
        if (!errors.add(meanLoss)) {
            return false;
        }
        drifts++;
        Arrays.fill(weights, 1.0 / weights.length);
        return true;
    }

    /** Returns the loss of the experts that answered, by their weights; NaN when none did. */
    public double mixedLoss(double[] losses) {
        Require.that(
                losses.length == weights.length,
                weights.length + " losses, one per expert",
                () -> losses.length + " losses");
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isNaN(losses[i])) {
                sum += weights[i] * Require.within("loss", losses[i], 0, 1);
                mass += weights[i];
            }
        }
        return sum / mass;
    }

    public double weight(int expert) {
        return weights[expert];
    }

    /** Returns a copy of all weights; they sum to 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns how many independent outcomes were learned from. */
    public double outcomes() {
        return outcomes;
    }

    /** Returns how many times the past was given up. */
    public long drifts() {
        return drifts;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(rate);
        out.writeDouble(share);
        out.writeByte(weights.length);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
        out.writeDouble(outcomes);
        errors.writeTo(out);
        out.writeLong(drifts);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "fixed-share hedge");
        rate = in.readDouble();
        share = in.readDouble();
        weights = new double[in.readUnsignedByte()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        outcomes = in.readDouble();
        errors.readFrom(in);
        drifts = in.readLong();
    }
}
