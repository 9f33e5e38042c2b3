package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.expert.flow.ImpactModel;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.List;

/**
 * How well the trees forecast the mid after a burst of flow, beside the forecast of no change, the
 * square-root law, and the bound: somebody who knows everything planted and only the noise not.
 * Against the return that came, nearly everything is noise; against the planted return, which the
 * simulator knows, the forecast itself shows.
 */
public final class ImpactSuite implements Suite {

    private static final double GOAL_RMSE_PERCENT = 0.02;
    private static final double GOAL_GAIN = 0.20;
    private static final int MINUTE = 0;

    /** Read when a run begins, so that listing the suites reads nothing. */
    private ImpactModel model;

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public String question() {
        return "How well do trees forecast the mid after a burst of flow, beside zero and the"
                + " square-root law?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        model = ImpactModel.shipped();
        List<Errors> bySeed = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            Errors errors = new Errors();
            add(FlowDays.of(seed), errors);
            progress.say("seed " + seed + ": " + errors.moments + " moments");
            if (errors.moments > 0) {
                bySeed.add(errors);
            }
        }
        return figures(bySeed);
    }

    private void add(FlowDay day, Errors errors) {
        PlantedReturn planted = new PlantedReturn(day);
        for (Bursts.Moment moment : Bursts.of(day, ImpactModel.minutes())) {
            double mid = day.value(moment.second(), Feature.MID);
            long millis = day.endMillis(moment.second());
            errors.moments++;
            for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
                double came = moment.returns()[horizon];
                if (Double.isNaN(came)) {
                    continue;
                }
                ImpactForecast forecast =
                        model.forecast(horizon, moment.inputs(), moment.secondDeviation());
                double best = planted.over(millis, ImpactModel.minutes(horizon), mid);
                double root =
                        model.squareRootLaw(horizon, moment.inputs(), moment.secondDeviation());
                errors.add(horizon, came, best, forecast, root);
            }
        }
    }

    private static Bench.Result figures(List<Errors> bySeed) {
        List<Metric> metrics = new ArrayList<>();
        Metric rmse =
                of("rmse_percent", bySeed, e -> e.model(MINUTE), e -> e.zero(MINUTE), "percent");
        Metric gain =
                of(
                        "gain_over_square_root",
                        bySeed,
                        e -> 1 - e.model(MINUTE) / e.root(MINUTE),
                        null,
                        "share");
        metrics.add(rmse);
        metrics.add(gain);
        metrics.add(
                of(
                        "gain_over_zero",
                        bySeed,
                        e -> 1 - e.model(MINUTE) / e.zero(MINUTE),
                        null,
                        "share"));
        metrics.add(of("bound_rmse_percent", bySeed, e -> e.bound(MINUTE), null, "percent"));
        metrics.add(
                of(
                        "bound_gain_over_zero",
                        bySeed,
                        e -> 1 - e.bound(MINUTE) / e.zero(MINUTE),
                        null,
                        "share"));
        Metric planted =
                of(
                        "planted_rmse_percent",
                        bySeed,
                        e -> e.modelPlanted(MINUTE),
                        e -> e.zeroPlanted(MINUTE),
                        "percent");
        Metric plantedGain =
                of(
                        "planted_gain_over_square_root",
                        bySeed,
                        e -> 1 - e.modelPlanted(MINUTE) / e.rootPlanted(MINUTE),
                        null,
                        "share");
        metrics.add(planted);
        metrics.add(plantedGain);
        for (int horizon = 1; horizon < ImpactModel.HORIZONS; horizon++) {
            int at = horizon;
            metrics.add(
                    of(
                            "gain_over_zero_" + ImpactModel.minutes(at) + "m",
                            bySeed,
                            e -> 1 - e.model(at) / e.zero(at),
                            null,
                            "share"));
            metrics.add(
                    of(
                            "bound_gain_over_zero_" + ImpactModel.minutes(at) + "m",
                            bySeed,
                            e -> 1 - e.bound(at) / e.zero(at),
                            null,
                            "share"));
        }
        List<Metric> guards =
                List.of(
                        of("inside_one_deviation", bySeed, e -> e.inside(MINUTE), 0.683, "share"),
                        Metric.of(
                                "moments",
                                bySeed.stream().mapToInt(e -> e.moments).sum(),
                                "count"));
        return new Bench.Result(
                metrics,
                guards,
                rmse.high() <= GOAL_RMSE_PERCENT
                        && gain.low() >= GOAL_GAIN
                        && plantedGain.low() >= GOAL_GAIN);
    }

    /** A figure of one seed. */
    private interface Figure {
        double of(Errors errors);
    }

    private static Metric of(
            String name, List<Errors> bySeed, Figure figure, Figure baseline, String unit) {
        Double reference =
                baseline == null
                        ? null
                        : Double.valueOf(
                                bySeed.stream().mapToDouble(baseline::of).average().orElseThrow());
        return Estimates.metric(name, bySeed.stream().map(figure::of).toList(), reference, unit);
    }

    private static Metric of(
            String name, List<Errors> bySeed, Figure figure, double baseline, String unit) {
        return Estimates.metric(
                name, bySeed.stream().map(figure::of).toList(), Double.valueOf(baseline), unit);
    }
}
