package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.ParameterText;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.ObservationReader;

import java.util.Arrays;
import java.util.List;

/**
 * Means and covariances of what each pair of volatility and micro-state emits. A pair's mean is
 * mostly that of an effect of its volatility times one of its micro-state: pairs are many and some
 * are rare.
 */
final class EmissionFit {

    private static final int SIZE = ObservationReader.MEASURED;

    /** A pair's own mean counts as much as its effects' once it was seen for this many seconds. */
    private static final double BORROWED_SECONDS = 3_000;

    /** Least deviation of any coordinate: the spread is constant most of the time. */
    private static final double LEAST_VARIANCE = 0.05 * 0.05;

    /** Rounds in which the two effects are estimated in turns. */
    private static final int ROUNDS = 30;

    /** Conditions of one volatility emit alike: low, medium, high, stress; a pin is calm. */
    private static final int[] CLASS = {0, 0, 1, 1, 2, 2, 3, 0};

    private static final int CLASSES = 4;

    private final int micros;
    private final double[] counts;
    private final double[][] sums;
    private final double[][][] squares;

    EmissionFit(int micros) {
        this.micros = micros;
        int pairs = CLASSES * micros;
        counts = new double[pairs];
        sums = new double[pairs][SIZE];
        squares = new double[pairs][SIZE][SIZE];
    }

    void add(int condition, int micro, double[] all) {
        for (double value : all) {
            if (Double.isNaN(value)) {
                return;
            }
        }
        int pair = CLASS[condition] * micros + micro;
        counts[pair]++;
        for (int i = 0; i < SIZE; i++) {
            sums[pair][i] += all[i];
            for (int j = 0; j < SIZE; j++) {
                squares[pair][i][j] += all[i] * all[j];
            }
        }
    }

    /** Adds a mean and a covariance line for each pair. */
    void write(List<String> lines) {
        double[][] expected = new double[counts.length][SIZE];
        for (int i = 0; i < SIZE; i++) {
            effects(i, expected);
        }
        for (int condition = 0; condition < CLASS.length; condition++) {
            for (int micro = 0; micro < micros; micro++) {
                int pair = CLASS[condition] * micros + micro;
                write(lines, condition * micros + micro, pair, expected[pair]);
            }
        }
    }

    /** Fills in one coordinate of every pair's mean as the product, or sum, of two effects. */
    private void effects(int i, double[][] expected) {
        boolean product = i == ObservationReader.VARIATION;
        double[] ofCondition = new double[CLASSES];
        double[] ofMicro = new double[micros];
        Arrays.fill(ofCondition, product ? 1 : 0);
        Arrays.fill(ofMicro, product ? 1 : 0);
        for (int round = 0; round < ROUNDS; round++) {
            for (int c = 0; c < ofCondition.length; c++) {
                int from = c * micros;
                ofCondition[c] = effect(i, product, from, from + micros, 1, ofMicro);
            }
            for (int m = 0; m < micros; m++) {
                ofMicro[m] = effect(i, product, m, counts.length, micros, ofCondition);
            }
        }
        for (int pair = 0; pair < counts.length; pair++) {
            double a = ofCondition[pair / micros];
            double b = ofMicro[pair % micros];
            expected[pair][i] = product ? a * b : a + b;
        }
    }

    private double effect(int i, boolean product, int from, int until, int step, double[] other) {
        double seen = 0;
        double basis = 0;
        int next = 0;
        for (int pair = from; pair < until; pair += step) {
            double with = other[next++];
            seen += sums[pair][i] - (product ? 0 : counts[pair] * with);
            basis += counts[pair] * (product ? with : 1);
        }
        return basis > 0 ? seen / basis : product ? 1 : 0;
    }

    private void write(List<String> lines, int number, int pair, double[] expected) {
        double weight = counts[pair] + BORROWED_SECONDS;
        double[] mean = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            mean[i] = (sums[pair][i] + BORROWED_SECONDS * expected[i]) / weight;
        }
        double[][] own = scatter(pair, pair + 1);
        int condition = pair / micros * micros;
        double[][] like = scatter(condition, condition + micros);
        double[][] covariance = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                covariance[i][j] =
                        (counts[pair] * own[i][j] + BORROWED_SECONDS * like[i][j]) / weight;
            }
            covariance[i][i] = Math.max(covariance[i][i], LEAST_VARIANCE);
        }
        lines.add(ParameterText.line("mean-" + number, mean));
        lines.add(ParameterText.line("covariance-" + number, ForecastModel.lower(covariance)));
    }

    /** Covariance around each pair's own mean, pooled over pairs. */
    private double[][] scatter(int from, int until) {
        double[][] scatter = new double[SIZE][SIZE];
        double count = 0;
        for (int pair = from; pair < until; pair++) {
            count += counts[pair];
            for (int i = 0; counts[pair] > 0 && i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    scatter[i][j] +=
                            squares[pair][i][j] - sums[pair][i] * sums[pair][j] / counts[pair];
                }
            }
        }
        for (double[] row : scatter) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= Math.max(1, count);
            }
        }
        return scatter;
    }
}
