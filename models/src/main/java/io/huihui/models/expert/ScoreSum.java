package io.huihui.models.expert;

import io.huihui.models.Require;
import io.huihui.models.decision.Contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A weighted mean of the scores that are there, with what each of them added. Missing ones (NaN)
 * are left out and the weights of the rest scaled up; nothing is invented for them.
 */
public final class ScoreSum {

    private final List<String> names = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double weightSum;

    /** Adds a score of -1..1; NaN means missing and is left out. */
    public ScoreSum add(String input, double weight, double score) {
        if (!Double.isNaN(score)) {
            names.add(input);
            scores.add(Require.within(input, score, -1, 1));
            weights.add(weight);
            weightSum += weight;
        }
        return this;
    }

    /** Returns how many scores are there. */
    public int count() {
        return names.size();
    }

    /** Returns the mean, -1..1; NaN when there is no score. */
    public double mean() {
        if (names.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < names.size(); i++) {
            sum += weights.get(i) * scores.get(i);
        }
        // Rounding may carry a mean of ones a bit beyond 1.
        return Math.max(-1, Math.min(1, sum / weightSum));
    }

    /** Returns the standard deviation of the scores, unweighted; null with fewer than two. */
    public Double spread() {
        if (scores.size() < 2) {
            return null;
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        return Math.sqrt(squares / scores.size());
    }

    /**
     * Returns what each score added to ln(up / down), largest first, equal ones in the order in
     * which they were added.
     */
    public List<Contribution> contributions() {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double share = weights.get(i) * scores.get(i) / weightSum;
            contributions.add(
                    new Contribution(names.get(i), 2 * ScoreMap.BASELINE_STEEPNESS * share));
        }
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return contributions;
    }
}
