package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.models.expert.regime.forecast.ForecastModel;

import java.util.List;
import java.util.Locale;

/** Chooses on validation sessions when a condition is shown and when its end is announced. */
final class ThresholdChoice {

    private static final double[] FLIPS = {
        0.5, 0.7, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995
    };

    /** More false alarms an hour are not asked for (domain.md 8.2). */
    static final double MOST_FALSE_PER_HOUR = 1;

    /** Thresholds chosen on few sessions do worse on others: a twentieth is left for that. */
    private static final double MARGIN = 0.95;

    private ThresholdChoice() {}

    /** Returns the thresholds of flip and alarm. */
    static double[] choose(
            List<Recording> validation, ForecastModel model, Bench.Progress progress) {
        List<Watched> watched =
                validation.stream().map(each -> Watched.of(each, model, true)).toList();
        return new double[] {flip(watched, progress), alarm(watched, progress)};
    }

    /** The lowest threshold with few enough false alarms: the earlier a flip, the better. */
    private static double flip(List<Watched> watched, Bench.Progress progress) {
        for (double threshold : FLIPS) {
            SwitchScore score = score(watched, threshold, SwitchScore.LATE_MILLIS);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "flip at %.3f: recall %.3f precision %.3f false an hour %.2f",
                            threshold,
                            score.recall(),
                            score.precision(),
                            score.falsePerHour()));
            if (score.falsePerHour() <= MARGIN * MOST_FALSE_PER_HOUR) {
                return threshold;
            }
        }
        return FLIPS[FLIPS.length - 1];
    }

    static SwitchScore score(List<Watched> watched, double threshold, long withinMillis) {
        SwitchScore score = new SwitchScore();
        for (Watched each : watched) {
            score.add(each.flips(threshold), each.labels().switches(), withinMillis, each.hours());
        }
        return score;
    }

    private static double alarm(List<Watched> watched, Bench.Progress progress) {
        for (double threshold = 0.3; threshold < 0.95; threshold += 0.05) {
            EarlyScore score = new EarlyScore();
            for (Watched each : watched) {
                score.add(each, threshold);
            }
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "alarm at %.2f: announced %.3f unannounced %.3f base %.3f false %.2f",
                            threshold,
                            score.announced(),
                            score.unannounced(),
                            score.baseRate(),
                            score.falsePerHour()));
            if (score.falsePerHour() <= MOST_FALSE_PER_HOUR) {
                return threshold;
            }
        }
        return 0.95;
    }
}
