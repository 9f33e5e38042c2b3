package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.ParameterText;
import io.huihui.models.expert.regime.forecast.ChainMoves;
import io.huihui.models.expert.regime.forecast.ForecastModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How fast tilt and short volatility run to the level of a condition, and to which: least squares
 * of one chain on the one before, level by condition.
 */
final class ChainFit {

    /** Deviation of a normal distribution over its median absolute deviation. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** A level is not known better than the pooled one before it was seen in this many chains. */
    private static final double BORROWED_CHAINS = 5;

    private final List<double[]> tilts = new ArrayList<>();
    private final List<double[]> vols = new ArrayList<>();
    private double minutes;
    private int chains;

    /** Takes two chains that were made in one condition. All are about equally far apart. */
    void add(int condition, ChainMoves moves) {
        minutes += moves.minutes();
        chains++;
        if (Double.isFinite(moves.tilt() - moves.tiltBefore())) {
            tilts.add(new double[] {condition, moves.tiltBefore(), moves.tilt()});
        }
        if (Double.isFinite(moves.shortVol() - moves.shortVolBefore() + moves.realised())) {
            vols.add(
                    new double[] {
                        condition,
                        moves.shortVolBefore() - moves.realised(),
                        moves.shortVol() - moves.realised(),
                        moves.shortVolBefore()
                    });
        }
    }

    void write(List<String> lines, double weight) {
        double[] tiltLevel = new double[ForecastModel.CONDITIONS];
        double tiltLeft = regress(tilts, tiltLevel);
        double[] premium = new double[ForecastModel.CONDITIONS];
        double volLeft = regress(vols, premium);
        double apart = minutes / chains;
        lines.add(
                ParameterText.line(
                        "chain",
                        -Math.log(tiltLeft) / apart,
                        deviation(tilts, tiltLeft, tiltLevel) / Math.sqrt(apart),
                        -Math.log(volLeft) / apart,
                        deviation(vols, volLeft, premium) / Math.sqrt(apart),
                        weight));
        lines.add(ParameterText.line("tilt-level", tiltLevel));
        lines.add(ParameterText.line("premium", premium));
    }

    /** Fills in the level of each condition and returns the share of the distance left. */
    private static double regress(List<double[]> rows, double[] levels) {
        double[] count = new double[levels.length];
        double[] before = new double[levels.length];
        double[] after = new double[levels.length];
        for (double[] row : rows) {
            int c = (int) row[0];
            count[c]++;
            before[c] += row[1];
            after[c] += row[2];
        }
        double xy = 0;
        double xx = 0;
        for (double[] row : rows) {
            int c = (int) row[0];
            double x = row[1] - before[c] / count[c];
            xy += x * (row[2] - after[c] / count[c]);
            xx += x * x;
        }
        double left = xy / xx;
        double pooled = level(sum(before), sum(after), sum(count), left);
        for (int c = 0; c < levels.length; c++) {
            double own = count[c] > 0 ? level(before[c], after[c], count[c], left) : pooled;
            levels[c] = (count[c] * own + BORROWED_CHAINS * pooled) / (count[c] + BORROWED_CHAINS);
        }
        return left;
    }

    private static double level(double before, double after, double count, double left) {
        return (after - left * before) / count / (1 - left);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /** Of what is left over; of volatilities as a share of the volatility before. */
    private static double deviation(List<double[]> rows, double left, double[] levels) {
        double[] rests =
                rows.stream()
                        .mapToDouble(
                                row -> {
                                    double level = levels[(int) row[0]];
                                    double rest = row[2] - left * row[1] - (1 - left) * level;
                                    return Math.abs(row.length > 3 ? rest / row[3] : rest);
                                })
                        .sorted()
                        .toArray();
        return MAD_TO_DEVIATION * rests[rests.length / 2];
    }
}
