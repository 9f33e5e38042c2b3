package io.huihui.models.expert.regime.micro;

import io.huihui.models.expert.regime.hmm.Gaussian;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a search for clusters begins: with one cluster, with those of the last fit, with the dense
 * places of the windows, by several measures of dense, and with those of the last fit and the dense
 * places far from all of them.
 */
final class MicroStarts {

    /** Most clusters of a start; of more dense places those with most windows are taken. */
    private static final int MOST_CLUSTERS = 10;

    /** Distance, in deviations of a cluster, from which a window is like no cluster known. */
    static final double FAR = 5;

    /** Shares of the windows that are to lie inside of places. Each makes a start of its own. */
    private static final double[] SHARES = {0.5, 0.65, 0.8, 0.9};

    /** The same of windows that are like no cluster known. */
    private static final double SHARE_OF_FAR = 0.8;

    /** Probability to stay: a search begins with stays of twenty windows. */
    private static final double STAY = 0.95;

    private MicroStarts() {}

    /**
     * Returns the models to begin with; the first has one cluster.
     *
     * @param last model of the last fit to the same coordinates; null when there is none
     */
    static List<HiddenMarkovModel> of(double[][] windows, HiddenMarkovModel last) {
        double[] noise = DensePlaces.noise(windows);
        List<HiddenMarkovModel> starts = new ArrayList<>();
        starts.add(model(List.of(cluster(windows, noise))));
        boolean found = last != null && last.states() > 1;
        if (found) {
            starts.add(last);
        }
        DensePlaces places = new DensePlaces(windows, noise);
        for (double share : SHARES) {
            List<Gaussian> dense = clusters(places.holding(share), noise);
            if (dense.size() > 1) {
                starts.add(model(first(dense)));
            }
        }
        if (found) {
            DensePlaces far = new DensePlaces(farFromAll(windows, last), noise);
            List<Gaussian> fresh = clusters(far.holding(SHARE_OF_FAR), noise);
            if (!fresh.isEmpty()) {
                List<Gaussian> grown = new ArrayList<>();
                for (int i = 0; i < last.states(); i++) {
                    grown.add(last.emission(i));
                }
                grown.addAll(fresh);
                starts.add(model(first(grown)));
            }
        }
        return starts;
    }

    /** Returns the model with the two clusters made one that lie nearest in their deviations. */
    static HiddenMarkovModel merged(HiddenMarkovModel model) {
        int one = 0;
        int other = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < model.states(); i++) {
            for (int j = 0; j < i; j++) {
                double distance = distance(model.emission(i), model.emission(j));
                if (distance < least) {
                    least = distance;
                    one = j;
                    other = i;
                }
            }
        }
        List<Gaussian> clusters = new ArrayList<>();
        for (int i = 0; i < model.states(); i++) {
            if (i != other) {
                clusters.add(
                        i == one
                                ? union(model.emission(one), model.emission(other))
                                : model.emission(i));
            }
        }
        return model(clusters);
    }

    private static double distance(Gaussian one, Gaussian other) {
        return new Gaussian(one.mean(), middle(one.covariance(), other.covariance()))
                .squaredDistance(other.mean());
    }

    /** Both as if they held equally many windows. */
    private static Gaussian union(Gaussian one, Gaussian other) {
        double[] mean = one.mean();
        double[][] covariance = middle(one.covariance(), other.covariance());
        double[] half = new double[mean.length];
        for (int d = 0; d < mean.length; d++) {
            half[d] = (other.mean(d) - mean[d]) / 2;
            mean[d] += half[d];
        }
        for (int d = 0; d < mean.length; d++) {
            for (int e = 0; e < mean.length; e++) {
                covariance[d][e] += half[d] * half[e];
            }
        }
        return new Gaussian(mean, covariance);
    }

    private static double[][] middle(double[][] one, double[][] other) {
        double[][] middle = new double[one.length][one.length];
        for (int d = 0; d < one.length; d++) {
            for (int e = 0; e < one.length; e++) {
                middle[d][e] = (one[d][e] + other[d][e]) / 2;
            }
        }
        return middle;
    }

    private static List<Gaussian> first(List<Gaussian> clusters) {
        return clusters.subList(0, Math.min(MOST_CLUSTERS, clusters.size()));
    }

    private static double[][] farFromAll(double[][] windows, HiddenMarkovModel last) {
        return Arrays.stream(windows)
                .filter(window -> nearest(window, last) > FAR)
                .toArray(double[][]::new);
    }

    private static double nearest(double[] window, HiddenMarkovModel last) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < last.states(); i++) {
            least = Math.min(least, last.emission(i).squaredDistance(window));
        }
        return Math.sqrt(least);
    }

    private static List<Gaussian> clusters(List<double[][]> places, double[] noise) {
        return places.stream().map(place -> cluster(place, noise)).toList();
    }

    /** A cluster is never narrower than windows of one place are. */
    private static Gaussian cluster(double[][] windows, double[] noise) {
        int dimensions = noise.length;
        double[] mean = new double[dimensions];
        for (double[] window : windows) {
            for (int d = 0; d < dimensions; d++) {
                mean[d] += window[d] / windows.length;
            }
        }
        double[][] covariance = new double[dimensions][dimensions];
        for (int d = 0; d < dimensions; d++) {
            double squares = 0;
            for (double[] window : windows) {
                squares += (window[d] - mean[d]) * (window[d] - mean[d]);
            }
            covariance[d][d] = Math.max(noise[d] * noise[d], squares / windows.length);
        }
        return new Gaussian(mean, covariance);
    }

    private static HiddenMarkovModel model(List<Gaussian> clusters) {
        int states = clusters.size();
        double[] start = new double[states];
        double[][] transition = new double[states][states];
        for (int i = 0; i < states; i++) {
            start[i] = 1.0 / states;
            Arrays.fill(transition[i], states == 1 ? 1 : (1 - STAY) / (states - 1));
            transition[i][i] = states == 1 ? 1 : STAY;
        }
        return new HiddenMarkovModel(start, transition, clusters.toArray(Gaussian[]::new));
    }
}
