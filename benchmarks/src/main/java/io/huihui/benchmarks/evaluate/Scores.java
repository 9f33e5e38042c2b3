package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Thesis;
import io.huihui.models.outcome.OutcomeScorer;

/** Sums of one predictor's scores over one seed. */
final class Scores {

    private static final int BINS = 10;

    private long count;
    private long correct;
    private double brier;
    private double logLoss;
    private final long[] happened = new long[Direction.values().length];
    private final double[] binSaid = new double[BINS];
    private final double[] binCorrect = new double[BINS];

    void add(Thesis thesis, Direction realized) {
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

    long count() {
        return count;
    }

    double accuracy() {
        return correct / (double) count;
    }

    double brier() {
        return brier / count;
    }

    double logLoss() {
        return logLoss / count;
    }

    double calibrationError() {
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(binSaid[i] - binCorrect[i]);
        }
        return error / count;
    }

    long happened(Direction direction) {
        return happened[direction.ordinal()];
    }
}
