package io.huihui.models.expert.regime.hmm;

import java.util.Arrays;

/** The sums over posteriors of one expectation step, and the model that maximises them. */
final class Expectation {

    /** Share of one observation below which sums over it are rounding. */
    private static final double EMPTY = 1e-9;

    /** Share of all scatter that states leave within them at least. */
    private static final double LEAST_SHARE = 0.01;

    private final HiddenMarkovModel model;
    private final int states;
    private final int dimensions;
    private final double[] starts;
    private final double[][] moves;
    private final double[] weights;
    private final double[][] sums;
    private final double[][][] squares;
    private final double[] shift;
    private double logLikelihood;

    Expectation(HiddenMarkovModel model) {
        this.model = model;
        states = model.states();
        dimensions = model.emission(0).dimensions();
        starts = new double[states];
        moves = new double[states][states];
        weights = new double[states];
        sums = new double[states][dimensions];
        squares = new double[states][dimensions][dimensions];
        // Squares are summed around a centre near the data, so that they do not cancel.
        shift = model.emission(0).mean();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** Returns whether nothing belongs to some state any more: it has no mean to go on with. */
    boolean hasEmptyState() {
        for (double weight : weights) {
            if (!(weight > EMPTY)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a sequence: forward, then backward. */
    void add(double[][] sequence) {
        int length = sequence.length;
        double[][] density = new double[length][states];
        double[][] forward = new double[length][states];
        double[] scale = new double[length];
        for (int t = 0; t < length; t++) {
            double largest = densities(sequence[t], density[t]);
            for (int j = 0; j < states; j++) {
                double prior = t == 0 ? model.start(j) : arriving(forward[t - 1], j);
                forward[t][j] = prior * density[t][j];
                scale[t] += forward[t][j];
            }
            for (int j = 0; j < states; j++) {
                forward[t][j] /= scale[t];
            }
            logLikelihood += largest + Math.log(scale[t]);
        }
        backward(sequence, density, forward, scale);
    }

    /** Fills in densities relative to the largest and returns its logarithm. */
    private double densities(double[] observation, double[] density) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < states; i++) {
            density[i] = model.emission(i).logDensity(observation);
            largest = Math.max(largest, density[i]);
        }
        for (int i = 0; i < states; i++) {
            density[i] = Math.exp(density[i] - largest);
        }
        return largest;
    }

    private double arriving(double[] before, int state) {
        double sum = 0;
        for (int i = 0; i < states; i++) {
            sum += before[i] * model.transition(i, state);
        }
        return sum;
    }

    private void backward(
            double[][] sequence, double[][] density, double[][] forward, double[] scale) {
        double[] backward = new double[states];
        Arrays.fill(backward, 1);
        double[] leaving = new double[states];
        for (int t = sequence.length - 1; t >= 0; t--) {
            for (int i = 0; i < states; i++) {
                collect(i, forward[t][i] * backward[i], sequence[t]);
            }
            if (t == 0) {
                for (int i = 0; i < states; i++) {
                    starts[i] += forward[0][i] * backward[i];
                }
                return;
            }
            for (int j = 0; j < states; j++) {
                leaving[j] = density[t][j] * backward[j] / scale[t];
            }
            for (int i = 0; i < states; i++) {
                double sum = 0;
                for (int j = 0; j < states; j++) {
                    double way = model.transition(i, j) * leaving[j];
                    moves[i][j] += forward[t - 1][i] * way;
                    sum += way;
                }
                backward[i] = sum;
            }
        }
    }

    private void collect(int state, double weight, double[] observation) {
        weights[state] += weight;
        for (int a = 0; a < dimensions; a++) {
            double first = observation[a] - shift[a];
            sums[state][a] += weight * first;
            for (int b = 0; b <= a; b++) {
                squares[state][a][b] += weight * first * (observation[b] - shift[b]);
            }
        }
    }

    /** Returns the model that makes the collected posteriors likeliest. */
    HiddenMarkovModel maximised(BaumWelch.Covariance kind, double leastVariance) {
        double[] start = normalised(starts);
        double[][] rows = new double[states][];
        double[][] means = new double[states][dimensions];
        double[][][] scatters = new double[states][][];
        double[][] pooled = new double[dimensions][dimensions];
        double total = 0;
        for (int i = 0; i < states; i++) {
            rows[i] = normalised(moves[i]);
            for (int a = 0; a < dimensions; a++) {
                means[i][a] = sums[i][a] / weights[i];
            }
            scatters[i] = scatter(i, means[i]);
            total += weights[i];
            for (int a = 0; a < dimensions; a++) {
                for (int b = 0; b < dimensions; b++) {
                    pooled[a][b] += scatters[i][a][b];
                }
            }
        }
        double[] least = leastScatter(pooled, total);
        Gaussian[] emissions = new Gaussian[states];
        for (int i = 0; i < states; i++) {
            double[][] scatter = kind == BaumWelch.Covariance.SHARED ? pooled : scatters[i];
            double weight = kind == BaumWelch.Covariance.SHARED ? total : weights[i];
            emissions[i] =
                    new Gaussian(
                            place(means[i]),
                            covariance(scatter, weight, least, leastVariance / total));
        }
        return new HiddenMarkovModel(start, rows, emissions);
    }

    private double[] place(double[] mean) {
        double[] placed = new double[dimensions];
        for (int a = 0; a < dimensions; a++) {
            placed[a] = mean[a] + shift[a];
        }
        return placed;
    }

    private double[][] scatter(int state, double[] mean) {
        double[][] scatter = new double[dimensions][dimensions];
        for (int a = 0; a < dimensions; a++) {
            for (int b = 0; b <= a; b++) {
                scatter[a][b] = squares[state][a][b] - weights[state] * mean[a] * mean[b];
                scatter[b][a] = scatter[a][b];
            }
        }
        return scatter;
    }

    /**
     * Scatter within the states, or a hundredth of all scatter where they leave less: when each
     * value has a state of its own, nothing is left.
     */
    private double[] leastScatter(double[][] pooled, double total) {
        double[] least = new double[dimensions];
        for (int a = 0; a < dimensions; a++) {
            double sum = 0;
            double square = 0;
            for (int i = 0; i < states; i++) {
                sum += sums[i][a];
                square += squares[i][a][a];
            }
            least[a] = Math.max(pooled[a][a], LEAST_SHARE * (square - sum * sum / total));
        }
        return least;
    }

    private double[][] covariance(double[][] scatter, double weight, double[] least, double share) {
        double[][] covariance = new double[dimensions][dimensions];
        for (int a = 0; a < dimensions; a++) {
            for (int b = 0; b < dimensions; b++) {
                covariance[a][b] = scatter[a][b] / weight;
            }
            covariance[a][a] += share * least[a];
        }
        return covariance;
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            // A state that was never left, or never seen, says nothing about where it leads.
            shares[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
        }
        return shares;
    }
}
