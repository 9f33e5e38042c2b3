package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Thesis;
import io.huihui.models.outcome.OutcomeScorer;

import java.util.List;

/** Sums of one predictor's scores over one seed. */
public final class Scores {

    private static final int BINS = 10;

    private long count;
    private long correct;
    private double brier;
    private double logLoss;
    private final long[] happened = new long[Direction.values().length];
    private final double[] binSaid = new double[BINS];
    private final double[] binCorrect = new double[BINS];

    /** Adds a thesis and what then happened. */
    public void add(Thesis thesis, Direction realized) {
        boolean hit = thesis.likeliest() == realized;
        double said = thesis.probability(thesis.likeliest());
        int bin = Math.min(BINS - 1, (int) (said * BINS));
        binSaid[bin] += said;
        binCorrect[bin] += hit ? 1 : 0;
        count++;
        correct += hit ? 1 : 0;
        brier += OutcomeScorer.brier(thesis, realized);
        logLoss += OutcomeScorer.logLoss(thesis, realized);
        happened[realized.ordinal()]++;
    }

    public long count() {
        return count;
    }

    /** Share of theses whose likeliest direction happened. */
    public double accuracy() {
        return correct / (double) count;
    }

    /** Mean Brier score, 0..2. */
    public double brier() {
        return brier / count;
    }

    public double logLoss() {
        return logLoss / count;
    }

    /** Mean distance of what was said of the likeliest direction and what happened. */
    public double calibrationError() {
        return calibrationError(List.of(this));
    }

    /** Returns the same of all seeds together. */
    public static double calibrationError(List<Scores> seeds) {
        double error = 0;
        double counted = 0;
        for (int i = 0; i < BINS; i++) {
            double miss = 0;
            for (Scores seed : seeds) {
                miss += seed.binSaid[i] - seed.binCorrect[i];
            }
            error += Math.abs(miss);
        }
        for (Scores seed : seeds) {
            counted += seed.count;
        }
        return error / counted;
    }

    public long happened(Direction direction) {
        return happened[direction.ordinal()];
    }
}
