package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.ThesisModel;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import java.util.ArrayList;
import java.util.List;

/** All figures of one seed. */
final class SeedScore {

    private static final int HORIZONS = Horizon.values().length;

    /** Neighbouring seconds say the same; one in ten is scored. */
    private static final int STEP = 10;

    /** Predictions are scored on the ten-second grid of the outcome operator. */
    private static final int THESIS_STEP = 10;

    final SwitchScore atOnce = new SwitchScore();
    final SwitchScore minute = new SwitchScore();
    final SwitchScore late = new SwitchScore();
    final SwitchScore rules = new SwitchScore();
    final SwitchScore rulesAtOnce = new SwitchScore();
    final SwitchScore wild = new SwitchScore();
    final SwitchScore plainWild = new SwitchScore();
    final EarlyScore early = new EarlyScore();
    final Scores[] thesis = new Scores[HORIZONS];
    final Scores[] thesisBase = new Scores[HORIZONS];
    private final double[] squares = new double[HORIZONS];
    private final double[] baseSquares = new double[HORIZONS];
    private final double[] counts = new double[HORIZONS];
    private double squaresWithoutMacro;
    private double right;
    private double seconds;

    SeedScore() {
        for (int h = 0; h < HORIZONS; h++) {
            thesis[h] = new Scores();
            thesisBase[h] = new Scores();
        }
    }

    static int minutes(int horizon) {
        return Horizon.values()[horizon].minutes();
    }

    void add(
            Recording recording, ForecastModel model, HiddenMarkovModel plain, double[] baseRates) {
        Watched watched = Watched.of(recording, model, true);
        addFlips(watched, model.thresholds());
        addPlain(watched, model.thresholds(), plain);
        early.add(watched, model.thresholds().alarm());
        addLeaving(watched, Watched.of(recording, model, false), baseRates);
        int[] conditions = watched.labels().condition();
        for (int t = 0; t < conditions.length; t += STEP) {
            right += watched.likeliest()[t] == conditions[t] ? 1 : 0;
            seconds++;
        }
        ThesisModel theses = ThesisModel.shipped();
        ThesisRun.over(
                recording,
                model,
                THESIS_STEP,
                (second, horizon, leans, sizes, realized) -> {
                    int h = horizon.ordinal();
                    thesis[h].add(theses.thesis(horizon, leans, sizes), realized);
                    thesisBase[h].add(Thesis.uniform(horizon), realized);
                });
    }

    private void addFlips(Watched watched, ForecastModel.Thresholds thresholds) {
        List<Watched.Flip> flips = watched.flips(thresholds.holder());
        double hours = watched.hours();
        var switches = watched.labels().switches();
        atOnce.add(flips, switches, SwitchScore.AT_ONCE_MILLIS, hours);
        minute.add(flips, switches, SwitchScore.MINUTE_MILLIS, hours);
        late.add(flips, switches, SwitchScore.LATE_MILLIS, hours);
        List<Watched.Flip> byRules = PlainModels.rules(watched.recording());
        rules.add(byRules, switches, SwitchScore.LATE_MILLIS, hours);
        rulesAtOnce.add(byRules, switches, SwitchScore.AT_ONCE_MILLIS, hours);
    }

    private void addPlain(
            Watched watched, ForecastModel.Thresholds thresholds, HiddenMarkovModel plain) {
        List<Watched.Flip> planted = new ArrayList<>();
        watched.labels()
                .switches()
                .forEach(c -> planted.add(new Watched.Flip(c.eventTimeMillis(), c.to().ordinal())));
        int first = PlainModels.wild(watched.labels().condition()[0]);
        List<Watched.Flip> truth = PlainModels.calmOrWild(planted, first);
        List<Watched.Flip> ours = PlainModels.calmOrWild(watched.flips(thresholds.holder()), first);
        wild.addFlips(ours, truth, SwitchScore.LATE_MILLIS, watched.hours());
        plainWild.addFlips(
                PlainModels.twoStateFlips(watched.recording(), plain),
                truth,
                SwitchScore.LATE_MILLIS,
                watched.hours());
    }

    private void addLeaving(Watched watched, Watched withoutMacro, double[] baseRates) {
        for (Horizon horizon : Horizon.values()) {
            int h = horizon.ordinal();
            for (int t = 0; t < watched.likeliest().length; t += STEP) {
                Boolean ends =
                        SwitchTruth.within(watched.recording(), watched.labels(), t, horizon);
                if (ends == null) {
                    continue;
                }
                double outcome = ends ? 1 : 0;
                squares[h] += square(watched.leaving()[h][t] - outcome);
                baseSquares[h] += square(baseRates[h] - outcome);
                counts[h]++;
                if (horizon == Horizon.MINUTES_15) {
                    squaresWithoutMacro += square(withoutMacro.leaving()[h][t] - outcome);
                }
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }

    double brier(int horizon) {
        return squares[horizon] / counts[horizon];
    }

    double baseBrier(int horizon) {
        return baseSquares[horizon] / counts[horizon];
    }

    double brierWithoutMacro() {
        return squaresWithoutMacro / counts[Horizon.MINUTES_15.ordinal()];
    }

    double accuracy() {
        return right / seconds;
    }
}
