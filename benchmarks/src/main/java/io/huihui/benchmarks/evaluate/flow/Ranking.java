package io.huihui.benchmarks.evaluate.flow;

import java.util.Arrays;

/** Figures of a score that should be high where something is on. */
final class Ranking {

    private static final int BINS = 10;

    private double[] scores = new double[1 << 12];
    private boolean[] truths = new boolean[1 << 12];
    private int count;

    void add(double score, boolean truth) {
        if (count == scores.length) {
            scores = Arrays.copyOf(scores, 2 * count);
            truths = Arrays.copyOf(truths, 2 * count);
        }
        scores[count] = score;
        truths[count] = truth;
        count++;
    }

    /** Returns the probability that a score of an episode is above one from outside. */
    double auc() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(scores[one], scores[other]));
        double ranks = 0;
        long positives = 0;
        int from = 0;
        while (from < count) {
            int to = from;
            int here = 0;
            while (to < count && scores[order[to]] == scores[order[from]]) {
                here += truths[order[to]] ? 1 : 0;
                to++;
            }
            ranks += here * (from + to + 1) / 2.0;
            positives += here;
            from = to;
        }
        double negatives = count - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }

    /** Returns the mean distance between a probability and what happened, over ten bins. */
    double calibrationError() {
        double[] said = new double[BINS];
        double[] happened = new double[BINS];
        for (int i = 0; i < count; i++) {
            int bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
            said[bin] += scores[i];
            happened[bin] += truths[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - happened[bin]);
        }
        return error / count;
    }

    /** Returns the mean score where the truth is as given; NaN where it never is. */
    double mean(boolean truth) {
        double sum = 0;
        int matching = 0;
        for (int i = 0; i < count; i++) {
            if (truths[i] == truth) {
                sum += scores[i];
                matching++;
            }
        }
        return sum / matching;
    }
}
