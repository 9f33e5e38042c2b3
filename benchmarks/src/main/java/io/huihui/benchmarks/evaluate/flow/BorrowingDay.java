package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.flow.BorrowedSpread;
import io.huihui.models.expert.flow.ImpactModel;
import io.huihui.models.expert.flow.TrainedFlowExpert;
import io.huihui.models.expert.regime.RegimeLoan;
import io.huihui.models.expert.regime.StateSpaceRegimeExpert;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import java.util.ArrayList;
import java.util.List;

/**
 * A session as the flow expert has it that borrows the regime expert's volatility of the second
 * before: what it forecast without, how far the two volatilities differ, and what came.
 */
final class BorrowingDay {

    /** Forecasts are scored on the grid of the outcomes: once in ten seconds. */
    private static final int STEP = 10;

    private static final double SECONDS_PER_YEAR = 252.0 * 390 * 60;

    /**
     * A forecast of impact and what came.
     *
     * @param ratio ln(regime volatility / volatility of the hour)
     * @param deviations miss over the deviation that was stated without borrowing
     */
    record Impact(double ratio, double deviations, boolean burst) {}

    /** A thesis and what came. */
    record Said(double ratio, Thesis thesis, Direction went) {}

    final List<List<Impact>> impacts = new ArrayList<>();
    final List<List<Said>> theses = new ArrayList<>();
    private int borrowed;
    private int asked;

    BorrowingDay(FlowDay day) {
        for (int i = 0; i < ImpactModel.HORIZONS; i++) {
            impacts.add(new ArrayList<>());
        }
        for (int i = 0; i < Horizon.values().length; i++) {
            theses.add(new ArrayList<>());
        }
        StateSpaceRegimeExpert regime = new StateSpaceRegimeExpert();
        TrainedFlowExpert flow = new TrainedFlowExpert();
        FlowReader reader = new FlowReader(day);
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        ImpactModel model = ImpactModel.shipped();
        double before = Double.NaN;
        for (int second = 0; second < day.seconds(); second++) {
            reader.take(second);
            var snapshot = day.snapshot(second, scratch);
            ExpertOpinion opinion = flow.observe(snapshot);
            if ((second + 1) % STEP == 0) {
                take(day, second, reader, model, opinion, before);
            }
            Double lent = RegimeLoan.VOLATILITY.of(regime.observe(snapshot));
            before = lent == null ? Double.NaN : lent;
        }
    }

    private void take(
            FlowDay day,
            int second,
            FlowReader reader,
            ImpactModel model,
            ExpertOpinion opinion,
            double borrowedAnnual) {
        double own = ownVolatility(day, second);
        if (!(own > 0)) {
            return;
        }
        asked++;
        double ratio = BorrowedSpread.ratio(borrowedAnnual, own);
        if (Double.isNaN(ratio)) {
            return;
        }
        borrowed++;
        double[] inputs = reader.inputs();
        double now = day.value(second, Feature.MID);
        for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
            int then = second + 60 * ImpactModel.minutes(horizon);
            if (then < day.seconds()) {
                ImpactForecast forecast =
                        model.forecast(horizon, inputs, own / Math.sqrt(SECONDS_PER_YEAR));
                double came = Math.log(day.value(then, Feature.MID) / now);
                double miss = (came - forecast.meanLogReturn()) / forecast.deviation();
                if (Double.isFinite(miss)) {
                    impacts.get(horizon).add(new Impact(ratio, miss, Bursts.isBurst(inputs)));
                }
            }
        }
        for (Horizon horizon : Horizon.values()) {
            Direction went = FlowTrainer.direction(day, second, horizon);
            if (went != null && !opinion.abstained()) {
                theses.get(horizon.ordinal()).add(new Said(ratio, opinion.thesis(horizon), went));
            }
        }
    }

    private static double ownVolatility(FlowDay day, int second) {
        double annual = day.value(second, Feature.REALIZED_VOL_60M);
        return Double.isNaN(annual) ? day.value(second, Feature.REALIZED_VOL_30M) : annual;
    }

    /** Share of the seconds for which there was something to borrow. */
    double borrowedShare() {
        return borrowed / (double) asked;
    }
}
