package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.expert.flow.ImpactModel;

/** Squared misses of one session's forecasts, per horizon, in percent of the price. */
final class Errors {

    private static final double PERCENT = 100;
    private static final int HORIZONS = ImpactModel.HORIZONS;

    int moments;
    private final int[] count = new int[HORIZONS];
    private final double[] model = new double[HORIZONS];
    private final double[] zero = new double[HORIZONS];
    private final double[] root = new double[HORIZONS];
    private final double[] bound = new double[HORIZONS];
    private final double[] modelPlanted = new double[HORIZONS];
    private final double[] zeroPlanted = new double[HORIZONS];
    private final double[] rootPlanted = new double[HORIZONS];
    private final int[] inside = new int[HORIZONS];

    /**
     * Takes one forecast.
     *
     * @param came log return that came
     * @param planted log return that somebody expects who knows all but the noise
     * @param law what the square-root law forecasts
     */
    void add(int horizon, double came, double planted, ImpactForecast forecast, double law) {
        double mean = forecast.meanLogReturn();
        count[horizon]++;
        model[horizon] += square(came - mean);
        zero[horizon] += square(came);
        root[horizon] += square(came - law);
        bound[horizon] += square(came - planted);
        modelPlanted[horizon] += square(planted - mean);
        zeroPlanted[horizon] += square(planted);
        rootPlanted[horizon] += square(planted - law);
        inside[horizon] += Math.abs(came - mean) <= forecast.deviation() ? 1 : 0;
    }

    private static double square(double logReturn) {
        return PERCENT * PERCENT * logReturn * logReturn;
    }

    private double root(double[] sums, int horizon) {
        return Math.sqrt(sums[horizon] / count[horizon]);
    }

    double model(int horizon) {
        return root(model, horizon);
    }

    double zero(int horizon) {
        return root(zero, horizon);
    }

    double root(int horizon) {
        return root(root, horizon);
    }

    double bound(int horizon) {
        return root(bound, horizon);
    }

    double modelPlanted(int horizon) {
        return root(modelPlanted, horizon);
    }

    double zeroPlanted(int horizon) {
        return root(zeroPlanted, horizon);
    }

    double rootPlanted(int horizon) {
        return root(rootPlanted, horizon);
    }

    /** Share of the returns that came within one stated deviation of the forecast. */
    double inside(int horizon) {
        return inside[horizon] / (double) count[horizon];
    }
}
