package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.expert.regime.correlation.CorrelationMatrix;
import io.huihui.models.expert.regime.correlation.CorrelationTracker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Correlations of recorded minute bars of 24 tickers: what they are worth as a forecast of the next
 * hour's, and when symbols left their company. Each session begins anew; the seed names nothing, so
 * two seeds are one run.
 */
public final class BarCorrelationSuite implements Suite {

    private static final double HALF_LIFE_MINUTES = 240;
    private static final int HORIZON_MINUTES = 60;

    /** A departure of as many deviations counts as stress. */
    private static final double STRESS = 3;

    @Override
    public String name() {
        return "correlation-bars";
    }

    @Override
    public String question() {
        return "What are correlations of recorded minute bars worth as a forecast of the next"
                + " hour's?";
    }

    /** Sums over the pairs and hours of a session. */
    private static final class Score {
        private double ours;
        private double soFar;
        private double none;
        private int pairs;
        private int matrices;
        private int stressed;
        private double least = Double.POSITIVE_INFINITY;
        private double sum;
        private Double largest;
        private long largestMillis;

        double rmse(double squares) {
            return Math.sqrt(squares / pairs);
        }
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Score> scores = new ArrayList<>();
        for (BarSession session : BarSession.recorded(progress)) {
            Score score = score(session);
            scores.add(score);
            progress.say(
                    LocalDate.ofEpochDay(session.date())
                            + ": "
                            + score.matrices
                            + " matrices, mean correlation "
                            + score.sum / score.matrices
                            + ", RMSE of the next hour "
                            + score.rmse(score.ours)
                            + ", largest departure "
                            + score.largest
                            + " at "
                            + Instant.ofEpochMilli(score.largestMillis));
        }
        return result(scores);
    }

    private static Bench.Result result(List<Score> scores) {
        List<Double> ours = scores.stream().map(s -> s.rmse(s.ours)).toList();
        List<Double> soFar = scores.stream().map(s -> s.rmse(s.soFar)).toList();
        List<Double> gain = scores.stream().map(s -> 1 - s.rmse(s.ours) / s.rmse(s.none)).toList();
        double least = scores.stream().mapToDouble(s -> s.least).min().orElseThrow();
        return new Bench.Result(
                List.of(
                        Bootstrap.metric("rmse_next_hour", ours, soFar, "correlation"),
                        Bootstrap.metric("gain_over_none", gain, null, "share"),
                        Bootstrap.metric(
                                "stressed_minutes",
                                scores.stream().map(s -> (double) s.stressed / s.matrices).toList(),
                                null,
                                "share")),
                List.of(
                        Metric.of("least_pivot", least, "ratio"),
                        Metric.of(
                                "matrices",
                                scores.stream().mapToInt(s -> s.matrices).sum(),
                                "count")),
                least >= 0);
    }

    private static Score score(BarSession session) {
        List<String> symbols = session.symbols();
        CorrelationTracker tracker = new CorrelationTracker(symbols, HALF_LIFE_MINUTES);
        Returns returns = new Returns(session, symbols);
        Score score = new Score();
        int at = 0;
        for (long millis : session.minutes().keySet()) {
            tracker.observe(millis, returns.ticks(at));
            CorrelationMatrix matrix = tracker.matrix(millis);
            if (matrix != null) {
                look(matrix, millis, score);
                if (at % HORIZON_MINUTES == 0 && at + HORIZON_MINUTES < returns.count()) {
                    judge(matrix, returns, at, score);
                }
            }
            at++;
        }
        return score;
    }

    private static void look(CorrelationMatrix matrix, long millis, Score score) {
        score.matrices++;
        score.least = Math.min(score.least, CorrelationSuite.leastPivot(matrix));
        score.sum += matrix.lowerTriangle().stream().mapToDouble(d -> d).average().orElse(0);
        Double stress = matrix.stress();
        if (stress != null) {
            score.stressed += Math.abs(stress) >= STRESS ? 1 : 0;
            if (score.largest == null || Math.abs(stress) > Math.abs(score.largest)) {
                score.largest = stress;
                score.largestMillis = millis;
            }
        }
    }

    private static void judge(CorrelationMatrix matrix, Returns returns, int at, Score score) {
        for (int i = 0; i < matrix.symbols().size(); i++) {
            for (int j = 0; j < i; j++) {
                String one = matrix.symbols().get(i);
                String other = matrix.symbols().get(j);
                double came = returns.correlation(one, other, at, at + HORIZON_MINUTES);
                double soFar = returns.correlation(one, other, 0, at);
                if (Double.isNaN(came) || Double.isNaN(soFar)) {
                    continue;
                }
                score.ours += square(matrix.of(i, j) - came);
                score.soFar += square(soFar - came);
                score.none += square(came);
                score.pairs++;
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }

    /** Closes and returns of a session, a row a minute. */
    private static final class Returns {
        private final List<String> symbols;
        private final List<double[]> closes = new ArrayList<>();

        Returns(BarSession session, List<String> symbols) {
            this.symbols = symbols;
            for (TreeMap<String, Double> minute : session.minutes().values()) {
                double[] row = new double[symbols.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = minute.getOrDefault(symbols.get(i), Double.NaN);
                }
                closes.add(row);
            }
        }

        int count() {
            return closes.size();
        }

        /** Prices of a minute that are not those of the minute before. */
        double[] ticks(int at) {
            double[] row = closes.get(at).clone();
            for (int i = 0; at > 0 && i < row.length; i++) {
                row[i] = row[i] == closes.get(at - 1)[i] ? Double.NaN : row[i];
            }
            return row;
        }

        /** Plain correlation of the returns of minutes after one to another; NaN when too few. */
        double correlation(String one, String other, int from, int to) {
            int a = symbols.indexOf(one);
            int b = symbols.indexOf(other);
            double aa = 0;
            double bb = 0;
            double ab = 0;
            int seen = 0;
            for (int t = from + 1; t <= to; t++) {
                double x = Math.log(closes.get(t)[a] / closes.get(t - 1)[a]);
                double y = Math.log(closes.get(t)[b] / closes.get(t - 1)[b]);
                if (!Double.isNaN(x + y)) {
                    aa += x * x;
                    bb += y * y;
                    ab += x * y;
                    seen++;
                }
            }
            return seen < HORIZON_MINUTES / 2 || aa == 0 || bb == 0
                    ? Double.NaN
                    : ab / Math.sqrt(aa * bb);
        }
    }
}
