package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.ObservationReader;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Windows of ten seconds with what the condition explains taken out: volatility, trades, repetition
 * of sides, spread and depth.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record MicroWindows(double[][] windows, int[] truth) {

    private static final int SECONDS = 10;

    private static final int VOLATILITY = Recording.place(Feature.REALIZED_VOL_1S);
    private static final int TRADES = Recording.place(Feature.TRADE_COUNT_1S);
    private static final int REPEATED = Recording.place(Feature.REPEATED_SIDE_COUNT_1S);
    private static final int SPREAD = Recording.place(Feature.RELATIVE_SPREAD);
    private static final int DEPTH = Recording.place(Feature.BOOK_DEPTH);
    private static final int MID = Recording.place(Feature.MID);
    private static final int ELAPSED = Recording.place(Feature.SESSION_ELAPSED);

    /** A window without a change of price moved less than can be seen. */
    private static final double LEAST_VOLATILITY = 0.01;

    static MicroWindows of(Recording recording, ForecastModel model) {
        Labels labels = Labels.of(recording);
        List<double[]> windows = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        double[] sums = new double[6];
        RegimeTraining.Run.over(
                recording,
                model,
                (t, forecaster) -> {
                    float[] row = recording.rows()[t];
                    double season = model.seasons().volatility(row[ELAPSED]);
                    sums[0] += row[VOLATILITY] / season * (row[VOLATILITY] / season);
                    sums[1] += row[TRADES];
                    sums[2] += row[REPEATED];
                    sums[3] += row[SPREAD] * row[MID];
                    sums[4] += Math.log(row[DEPTH]);
                    if (t % SECONDS != SECONDS - 1) {
                        return;
                    }
                    double usual = 0;
                    double rate = 0;
                    for (int c = 0; c < ForecastModel.CONDITIONS; c++) {
                        double root = model.emission(c, 0).mean(ObservationReader.VARIATION);
                        usual += forecaster.probability(c) * root * root * root;
                        rate += forecaster.probability(c) * model.tradeRate(c);
                    }
                    rate *= model.seasons().trades(row[ELAPSED]) * SECONDS;
                    double variance =
                            Math.max(LEAST_VOLATILITY * LEAST_VOLATILITY, sums[0] / SECONDS);
                    double[] window = {
                        0.5 * Math.log(variance / usual),
                        Math.sqrt(sums[1] / rate),
                        (sums[2] - sums[1] / 2) / Math.sqrt(sums[1] + 1),
                        Math.log(sums[3] / SECONDS),
                        sums[4] / SECONDS
                    };
                    Arrays.fill(sums, 0);
                    for (double value : window) {
                        if (!Double.isFinite(value)) {
                            return;
                        }
                    }
                    windows.add(window);
                    truth.add(labels.micro()[t]);
                });
        return new MicroWindows(
                windows.toArray(double[][]::new),
                truth.stream().mapToInt(Integer::intValue).toArray());
    }
}
