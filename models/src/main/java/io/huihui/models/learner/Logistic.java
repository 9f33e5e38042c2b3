package io.huihui.models.learner;

/** Probabilities and their log-odds. */
public final class Logistic {

    /** Nothing in a market is more certain than this. */
    public static final double MOST_CERTAIN = 0.999;

    private Logistic() {}

    /** Returns the probability of log-odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Returns ln(p / (1 - p)). */
    public static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** Returns the probability cut to what can be believed. */
    public static double bounded(double probability) {
        return Math.max(1 - MOST_CERTAIN, Math.min(MOST_CERTAIN, probability));
    }
}
