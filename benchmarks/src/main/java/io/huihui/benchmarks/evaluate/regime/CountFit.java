package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.ParameterText;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.SecondSeen;

import java.util.Arrays;
import java.util.List;

/** Rates of trades and option trades, by maximum likelihood. */
final class CountFit {

    private static final int CONDITIONS = ForecastModel.CONDITIONS;
    private static final int ROUNDS = 60;

    /** Seconds are pooled by the pace before them, in steps of this many option trades. */
    private static final double PACE_STEP = 0.1;

    private static final int PACES = 200;

    private final int micros;
    private final double[][] trades;
    private final double[][] exposures;

    /** [condition][pace]: option trades, exposure, pace and seconds. */
    private final double[][][] options = new double[CONDITIONS][PACES][4];

    CountFit(int micros) {
        this.micros = micros;
        trades = new double[CONDITIONS][micros];
        exposures = new double[CONDITIONS][micros];
    }

    void add(int condition, int micro, SecondSeen seen) {
        if (!Double.isNaN(seen.trades())) {
            trades[condition][micro] += seen.trades();
            exposures[condition][micro] += seen.tradesExposure();
        }
        if (!Double.isNaN(seen.optionTrades())) {
            double relative = seen.optionPace() / seen.optionTradesExposure();
            double[] bin = options[condition][(int) Math.min(PACES - 1, relative / PACE_STEP)];
            bin[0] += seen.optionTrades();
            bin[1] += seen.optionTradesExposure();
            bin[2] += seen.optionPace();
            bin[3]++;
        }
    }

    void write(List<String> lines) {
        double[] rates = new double[CONDITIONS];
        double[] factors = new double[micros];
        Arrays.fill(rates, 1);
        Arrays.fill(factors, 1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int c = 0; c < CONDITIONS; c++) {
                double expected = 0;
                for (int m = 0; m < micros; m++) {
                    expected += exposures[c][m] * factors[m];
                }
                rates[c] = (Arrays.stream(trades[c]).sum() + 1) / (expected + 1);
            }
            for (int m = 0; m < micros; m++) {
                double seen = 0;
                double expected = 0;
                for (int c = 0; c < CONDITIONS; c++) {
                    seen += trades[c][m];
                    expected += exposures[c][m] * rates[c];
                }
                factors[m] = seen / expected;
            }
        }
        lines.add(ParameterText.line("trade-rate", rates));
        lines.add(ParameterText.line("trade-factor", factors));
        writeOptions(lines);
    }

    /**
     * Base and followers of option trades: expectation and maximisation over which of the two
     * brought a trade about.
     */
    private void writeOptions(List<String> lines) {
        double[] rates = new double[CONDITIONS];
        double[] following = new double[CONDITIONS];
        for (int c = 0; c < CONDITIONS; c++) {
            double base = 1;
            double follow = 0.3;
            for (int round = 0; round < ROUNDS; round++) {
                double byBase = 0;
                double byPace = 0;
                double exposure = 1e-9;
                double pace = 1e-9;
                for (double[] bin : options[c]) {
                    double expected = base * bin[1] + follow * bin[2];
                    byBase += expected > 0 ? bin[0] * base * bin[1] / expected : 0;
                    byPace += expected > 0 ? bin[0] * follow * bin[2] / expected : 0;
                    exposure += bin[1];
                    pace += bin[2];
                }
                base = (byBase + 1) / (exposure + 1);
                follow = byPace / pace;
            }
            rates[c] = base;
            following[c] = follow;
        }
        lines.add(ParameterText.line("option-rate", rates));
        lines.add(ParameterText.line("following", following));
    }
}
