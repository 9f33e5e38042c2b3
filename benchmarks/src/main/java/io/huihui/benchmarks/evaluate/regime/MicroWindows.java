package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.Forecaster;
import io.huihui.models.expert.regime.micro.ConditionsSeen;
import io.huihui.models.expert.regime.micro.MicroSecond;
import io.huihui.models.expert.regime.micro.MicroWindow;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The windows of a recording in which sub-states are looked for, and the truth of each. */
record MicroWindows(List<Window> all) {

    /** One window: what came of it, and the sub-state that was planted at its end. */
    record Window(SnapshotId end, List<MicroSecond> seconds, ConditionsSeen seen, int truth) {

        double[] coordinates(ForecastModel model) {
            return MicroWindow.of(seconds, seen.probabilities(), model);
        }
    }

    static MicroWindows of(Recording recording, ForecastModel model) {
        Labels labels = Labels.of(recording);
        List<Window> windows = new ArrayList<>();
        List<MicroSecond> seconds = new ArrayList<>();
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        RegimeTraining.Run.over(
                recording,
                model,
                (t, forecaster) -> {
                    seconds.add(MicroSecond.of(recording.snapshot(t, scratch)));
                    if (seconds.size() == MicroWindow.SECONDS) {
                        SnapshotId end = new SnapshotId(recording.symbol(), recording.endMillis(t));
                        windows.add(
                                new Window(
                                        end,
                                        List.copyOf(seconds),
                                        seen(end, forecaster),
                                        labels.micro()[t]));
                        seconds.clear();
                    }
                });
        return new MicroWindows(windows);
    }

    private static ConditionsSeen seen(SnapshotId end, Forecaster forecaster) {
        List<Double> probabilities = new ArrayList<>();
        for (MarketCondition condition : MarketCondition.values()) {
            boolean known = condition != MarketCondition.UNCLEAR_OR_TRANSITIONING;
            probabilities.add(known ? forecaster.probability(condition.ordinal()) : 0);
        }
        return new ConditionsSeen(
                end.symbol(), end.secondEndMillis(), forecaster.held(), probabilities);
    }

    /** Returns those of which everything is known. */
    MicroWindows complete(ForecastModel model) {
        return new MicroWindows(
                all.stream()
                        .filter(
                                window ->
                                        Arrays.stream(window.coordinates(model))
                                                .noneMatch(Double::isNaN))
                        .toList());
    }

    double[][] coordinates(ForecastModel model) {
        return all.stream().map(window -> window.coordinates(model)).toArray(double[][]::new);
    }

    int[] truth() {
        return all.stream().mapToInt(Window::truth).toArray();
    }
}
