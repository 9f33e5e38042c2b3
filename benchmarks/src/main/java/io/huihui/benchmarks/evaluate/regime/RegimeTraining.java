package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.models.ParameterText;
import io.huihui.models.decision.Horizon;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.forecast.ChainMoves;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.Forecaster;
import io.huihui.models.expert.regime.forecast.ObservationReader;
import io.huihui.models.expert.regime.forecast.Seasons;
import io.huihui.models.expert.regime.forecast.SecondSeen;
import io.huihui.models.feature.FeatureVector;
import io.huihui.simulator.chain.MicroState;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits the forecaster on simulated sessions whose states are known, and its thresholds on others.
 * With the states known, expectation and maximisation end after one round: the posteriors are the
 * truth.
 */
public final class RegimeTraining {

    /** Symbols per session. */
    static final int SYMBOLS = 2;

    private static final int MICROS = MicroState.values().length;

    /**
     * What one second and one chain count: neighbours are alike, so a full weight is too sure of
     * itself. Chosen on validation sessions.
     */
    private static final double OBSERVATION_WEIGHT = 0.4;

    private static final double CHAIN_WEIGHT = 0.25;

    /** Covariates of neighbouring seconds are almost the same; one in ten is enough. */
    private static final int STEP = 10;

    /** Outcomes overlap for minutes; one prediction in half a minute is enough. */
    private static final int THESIS_STEP = 30;

    private final List<Recording> training;
    private final List<Recording> validation;
    private final SeedRange trainingSeeds;
    private final SeedRange validationSeeds;
    private final Bench.Progress progress;

    public RegimeTraining(SeedRange training, SeedRange validation, Bench.Progress progress) {
        Recordings recordings = new Recordings(SYMBOLS, progress);
        this.training = recordings.of(training);
        this.validation = recordings.of(validation);
        trainingSeeds = training;
        validationSeeds = validation;
        this.progress = progress;
    }

    /** Returns the lines of the fitted model. */
    public List<String> fit() {
        List<String> lines = new ArrayList<>();
        SeasonFit seasons = new SeasonFit(MICROS);
        StayFit stays = new StayFit();
        MacroFit macro = new MacroFit();
        for (Recording recording : training) {
            Labels labels = Labels.of(recording);
            seasons.add(recording, labels);
            stays.add(recording, labels);
            macro.add(recording, labels);
        }
        seasons.write(lines);
        stays.write(lines, MICROS);
        addEmissions(lines);
        macro.write(lines);
        progress.say("fitted what conditions emit; fitting what announces their end");
        addLeaving(lines);
        lines.addAll(thresholds(lines));
        List<String> all = ParameterText.begin(madeBy("regime"));
        all.addAll(lines);
        return all;
    }

    private String[] madeBy(String name) {
        return new String[] {
            "Fitted by `./huihui train "
                    + name
                    + " --seeds "
                    + trainingSeeds
                    + "` on simulated sessions, "
                    + SYMBOLS
                    + " symbols a seed; thresholds on them and on seeds "
                    + validationSeeds
                    + ".",
            "It holds for the simulated market; another market needs its own fit."
        };
    }

    private void addEmissions(List<String> lines) {
        double[] season = ParameterText.of("fit", lines).numbers("seasons", 6);
        Seasons seasons =
                new Seasons(season[0], season[1], season[2], season[3], season[4], season[5]);
        EmissionFit emissions = new EmissionFit(MICROS);
        CountFit counts = new CountFit(MICROS);
        ChainFit chains = new ChainFit();
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        for (Recording recording : training) {
            Labels labels = Labels.of(recording);
            ObservationReader reader = new ObservationReader(seasons);
            ChainMoves moves = new ChainMoves();
            int chainBefore = -1;
            for (int t = 0; t < recording.seconds(); t++) {
                FeatureVector features = recording.snapshot(t, scratch).features();
                SecondSeen seen = reader.observe(features);
                emissions.add(labels.condition()[t], labels.micro()[t], seen.measured());
                counts.add(labels.condition()[t], labels.micro()[t], seen);
                moves.observe(features, seen.variance());
                if (moves.fresh()) {
                    boolean oneCondition =
                            chainBefore >= 0
                                    && labels.condition()[chainBefore] == labels.condition()[t]
                                    && !labels.announced()[t];
                    if (oneCondition) {
                        chains.add(labels.condition()[t], moves);
                    }
                    chainBefore = t;
                }
            }
        }
        lines.add(ParameterText.line("weight", OBSERVATION_WEIGHT));
        counts.write(lines);
        emissions.write(lines);
        chains.write(lines, CHAIN_WEIGHT);
    }

    /** Weights of the covariates; the model that gathers them does without. */
    private void addLeaving(List<String> lines) {
        List<String> without = new ArrayList<>(lines);
        for (Horizon horizon : Horizon.values()) {
            without.add(leaving(horizon, new double[Forecaster.COVARIATES]));
        }
        without.add(ParameterText.line("thresholds", 1, 0, 1));
        ForecastModel model = ForecastModel.read(ParameterText.of("fit", without));
        LogisticFit[] fits = new LogisticFit[Horizon.values().length];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = new LogisticFit();
        }
        for (Recording recording : training) {
            Labels labels = Labels.of(recording);
            Run.over(
                    recording,
                    model,
                    (t, forecaster) -> {
                        for (Horizon horizon : Horizon.values()) {
                            Boolean switches = SwitchTruth.within(recording, labels, t, horizon);
                            if (t % STEP == 0 && switches != null) {
                                fits[horizon.ordinal()].add(
                                        forecaster.covariates(horizon, recording.endMillis(t)),
                                        switches);
                            }
                        }
                    });
        }
        for (Horizon horizon : Horizon.values()) {
            lines.add(leaving(horizon, fits[horizon.ordinal()].weights()));
        }
    }

    /** Returns the lines of the thesis model that goes with a forecast model. */
    public List<String> fitThesis(ForecastModel model) {
        ThesisFit[] fits = new ThesisFit[Horizon.values().length];
        for (Horizon horizon : Horizon.values()) {
            fits[horizon.ordinal()] = new ThesisFit(horizon, THESIS_STEP);
        }
        for (Recording recording : training) {
            ThesisRun.over(
                    recording,
                    model,
                    THESIS_STEP,
                    (second, horizon, leans, sizes, realized) ->
                            fits[horizon.ordinal()].add(leans, sizes, realized));
        }
        List<String> lines = ParameterText.begin(madeBy("regime-thesis"));
        for (ThesisFit fit : fits) {
            fit.write(lines);
        }
        return lines;
    }

    private static String leaving(Horizon horizon, double[] weights) {
        return ParameterText.line("leaving-" + horizon.minutes() + "m", weights);
    }

    private List<String> thresholds(List<String> lines) {
        List<String> without = new ArrayList<>(lines);
        without.add(ParameterText.line("thresholds", 1, 0, 1));
        ForecastModel model = ForecastModel.read(ParameterText.of("fit", without));
        // Seconds by the hundred thousand fit the filter, so the training sessions flatter it by
        // next to nothing; and thresholds need all the sessions there are.
        List<Recording> all = new ArrayList<>(training);
        all.addAll(validation);
        ForecastModel.Thresholds chosen = ThresholdChoice.choose(all, model, progress);
        return List.of(
                ParameterText.line(
                        "thresholds", chosen.flip(), chosen.confirmedSeconds(), chosen.alarm()));
    }

    /** Feeds a recording to a forecaster. */
    static final class Run {

        /** Sees the forecaster after each second. */
        interface Second {
            void after(int second, Forecaster forecaster);
        }

        private Run() {}

        static void over(Recording recording, ForecastModel model, Second second) {
            over(recording, model, true, second);
        }

        static void over(
                Recording recording, ForecastModel model, boolean withMacro, Second second) {
            Forecaster forecaster = new Forecaster(model);
            FeatureVector.Builder scratch = new FeatureVector.Builder();
            int nextRelease = 0;
            List<MacroRelease> releases = recording.macro();
            for (int t = 0; t < recording.seconds(); t++) {
                long now = recording.endMillis(t);
                while (withMacro
                        && nextRelease < releases.size()
                        && releases.get(nextRelease).eventTimeMillis() < now) {
                    forecaster.release(releases.get(nextRelease++));
                }
                forecaster.observe(recording.snapshot(t, scratch));
                second.after(t, forecaster);
            }
        }
    }
}
