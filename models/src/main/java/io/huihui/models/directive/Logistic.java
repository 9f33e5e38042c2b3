package io.huihui.models.directive;

/** Probabilities and their log-odds. */
final class Logistic {

    /** Nothing in a market is more certain than this. */
    static final double MOST_CERTAIN = 0.999;

    private Logistic() {}

    /** Returns the probability of log-odds. */
    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Returns ln(p / (1 - p)). */
    static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** Returns the probability cut to what can be believed. */
    static double bounded(double probability) {
        return Math.max(1 - MOST_CERTAIN, Math.min(MOST_CERTAIN, probability));
    }
}
