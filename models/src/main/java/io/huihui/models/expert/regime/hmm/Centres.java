package io.huihui.models.expert.regime.hmm;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * First models for a fit: centres that lie far apart, every state with the covariance of the points
 * nearest to its centre, and long stays.
 *
 * <p>Reference: D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA,
 * 2007.
 */
final class Centres {

    /** Probability to stay: regimes last, so a fit begins with stays of twenty observations. */
    private static final double STAY = 0.95;

    /** Rounds of moving each centre to the mean of its points. */
    private static final int ROUNDS = 10;

    private Centres() {}

    static HiddenMarkovModel model(
            List<double[][]> sequences, BaumWelch.Options options, int number) {
        double[][] points = sequences.stream().flatMap(Arrays::stream).toArray(double[][]::new);
        double[] width = deviations(points);
        SplittableRandom random = new SplittableRandom(options.seed() + number);
        double[][] centres = spread(points, width, options.states(), random);
        int[] nearest = new int[points.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int p = 0; p < points.length; p++) {
                nearest[p] = nearest(points[p], centres, width);
            }
            centres = means(points, nearest, centres);
        }
        return model(points, nearest, centres, width);
    }

    private static HiddenMarkovModel model(
            double[][] points, int[] nearest, double[][] centres, double[] width) {
        int states = centres.length;
        Gaussian[] emissions = new Gaussian[states];
        double[] start = new double[states];
        double[][] transition = new double[states][states];
        for (int i = 0; i < states; i++) {
            start[i] = 1.0 / states;
            Arrays.fill(transition[i], states == 1 ? 1 : (1 - STAY) / (states - 1));
            transition[i][i] = states == 1 ? 1 : STAY;
            emissions[i] =
                    new Gaussian(centres[i], diagonal(points, nearest, i, centres[i], width));
        }
        return new HiddenMarkovModel(start, transition, emissions);
    }

    /** Variances of a centre's points, at least a hundredth of those of all. */
    private static double[][] diagonal(
            double[][] points, int[] nearest, int centre, double[] mean, double[] width) {
        int dimensions = mean.length;
        double[][] covariance = new double[dimensions][dimensions];
        for (int d = 0; d < dimensions; d++) {
            double squares = 0;
            int count = 0;
            for (int p = 0; p < points.length; p++) {
                if (nearest[p] == centre) {
                    squares += (points[p][d] - mean[d]) * (points[p][d] - mean[d]);
                    count++;
                }
            }
            double least = 0.01 * width[d] * width[d];
            covariance[d][d] = count == 0 ? width[d] * width[d] : Math.max(least, squares / count);
        }
        return covariance;
    }

    private static double[] deviations(double[][] points) {
        int dimensions = points[0].length;
        double[] deviations = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            double sum = 0;
            double squares = 0;
            for (double[] point : points) {
                sum += point[d];
                squares += point[d] * point[d];
            }
            double mean = sum / points.length;
            double variance = squares / points.length - mean * mean;
            deviations[d] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        return deviations;
    }

    /** Draws centres, each with a probability that grows with the distance to the others. */
    private static double[][] spread(
            double[][] points, double[] width, int states, SplittableRandom random) {
        double[][] centres = new double[states][];
        centres[0] = points[random.nextInt(points.length)];
        double[] distance = new double[points.length];
        Arrays.fill(distance, Double.MAX_VALUE);
        for (int k = 1; k < states; k++) {
            double sum = 0;
            for (int p = 0; p < points.length; p++) {
                distance[p] = Math.min(distance[p], distance(points[p], centres[k - 1], width));
                sum += distance[p];
            }
            double target = random.nextDouble() * sum;
            int drawn = 0;
            for (double passed = distance[0]; passed < target && drawn < points.length - 1; ) {
                passed += distance[++drawn];
            }
            centres[k] = points[drawn];
        }
        return centres;
    }

    private static int nearest(double[] point, double[][] centres, double[] width) {
        int best = 0;
        for (int k = 1; k < centres.length; k++) {
            if (distance(point, centres[k], width) < distance(point, centres[best], width)) {
                best = k;
            }
        }
        return best;
    }

    private static double[][] means(double[][] points, int[] nearest, double[][] centres) {
        double[][] means = new double[centres.length][points[0].length];
        int[] counts = new int[centres.length];
        for (int p = 0; p < points.length; p++) {
            counts[nearest[p]]++;
            for (int d = 0; d < points[p].length; d++) {
                means[nearest[p]][d] += points[p][d];
            }
        }
        for (int k = 0; k < centres.length; k++) {
            for (int d = 0; d < means[k].length; d++) {
                means[k][d] = counts[k] == 0 ? centres[k][d] : means[k][d] / counts[k];
            }
        }
        return means;
    }

    private static double distance(double[] a, double[] b, double[] width) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = (a[d] - b[d]) / width[d];
            sum += difference * difference;
        }
        return sum;
    }
}
