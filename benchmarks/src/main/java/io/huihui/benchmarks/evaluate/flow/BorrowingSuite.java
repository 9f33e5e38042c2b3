package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.NormalScore;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.flow.BorrowedSpread;
import io.huihui.models.expert.flow.ImpactModel;
import io.huihui.models.outcome.OutcomeScorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What it brings the flow expert to borrow the regime expert's volatility: the spread of its impact
 * forecasts with and without, and what its theses would gain if they borrowed as well. The guard
 * borrows from another time of the day, which must not help.
 */
public final class BorrowingSuite implements Suite {

    private static final double NORMAL_INSIDE = 0.683;
    private static final double MOST_OFF = 0.05;
    private static final int HALVES = 2;

    /** Beyond, conditions change before the horizon is over: no gain is asked for. */
    private static final int MOST_MINUTES = 5;

    /** Read when a run begins, so that listing the suites reads nothing. */
    private BorrowedSpread spread;

    @Override
    public String name() {
        return "borrowing";
    }

    @Override
    public String question() {
        return "What does it bring the flow expert to borrow the regime expert's volatility, beside"
                + " its own estimate?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        spread = BorrowedSpread.shipped();
        List<BorrowingDay> days = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            days.add(new BorrowingDay(FlowDays.of(seed)));
            progress.say("seed " + seed);
        }
        List<Metric> metrics = new ArrayList<>();
        List<Metric> guards = new ArrayList<>();
        boolean pass = true;
        for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
            pass &= impacts(days, horizon, metrics, guards);
        }
        for (Horizon horizon : Horizon.values()) {
            theses(days, horizon, metrics);
        }
        guards.add(metric("borrowed_share", days, BorrowingDay::borrowedShare, null, "share"));
        return new Bench.Result(metrics, guards, pass);
    }

    private boolean impacts(
            List<BorrowingDay> days, int horizon, List<Metric> metrics, List<Metric> guards) {
        String suffix = "_" + ImpactModel.minutes(horizon) + "m";
        Metric gain =
                metric(
                        "crps_gain" + suffix,
                        days,
                        day -> gain(day.impacts.get(horizon), horizon, 0),
                        null,
                        "share");
        metrics.add(gain);
        metrics.add(
                metric(
                        "crps_gain_after_bursts" + suffix,
                        days,
                        day -> gain(bursts(day.impacts.get(horizon)), horizon, 0),
                        null,
                        "share"));
        Metric placebo =
                metric(
                        "crps_gain_of_another_time" + suffix,
                        days,
                        day -> gain(day.impacts.get(horizon), horizon, placeboShift(day, horizon)),
                        null,
                        "share");
        guards.add(placebo);
        Metric inside =
                metric(
                        "inside_one_deviation" + suffix,
                        days,
                        day -> inside(day.impacts.get(horizon), horizon, true),
                        day -> inside(day.impacts.get(horizon), horizon, false),
                        "share");
        guards.add(inside);
        boolean better = ImpactModel.minutes(horizon) > MOST_MINUTES || gain.low() > 0;
        return better
                && placebo.value() < gain.value()
                && Math.abs(inside.value() - NORMAL_INSIDE) <= MOST_OFF;
    }

    private static List<BorrowingDay.Impact> bursts(List<BorrowingDay.Impact> all) {
        return all.stream().filter(BorrowingDay.Impact::burst).toList();
    }

    private static int placeboShift(BorrowingDay day, int horizon) {
        return day.impacts.get(horizon).size() / 2;
    }

    /**
     * Returns the share of the continuous ranked probability score that borrowing takes away.
     *
     * @param shift how many moments later the borrowed volatility is taken from, round the day
     */
    private double gain(List<BorrowingDay.Impact> impacts, int horizon, int shift) {
        double without = 0;
        double with = 0;
        for (int i = 0; i < impacts.size(); i++) {
            double miss = impacts.get(i).deviations();
            double ratio = impacts.get((i + shift) % impacts.size()).ratio();
            without += NormalScore.crps(miss, 1);
            with += NormalScore.crps(miss, spread.factor(horizon, ratio));
        }
        return 1 - with / without;
    }

    private double inside(List<BorrowingDay.Impact> impacts, int horizon, boolean borrowing) {
        long inside =
                impacts.stream()
                        .filter(
                                each ->
                                        Math.abs(each.deviations())
                                                <= (borrowing
                                                        ? spread.factor(horizon, each.ratio())
                                                        : 1))
                        .count();
        return inside / (double) impacts.size();
    }

    /** What theses would gain, with weights fitted on the other half of the seeds. */
    private static void theses(List<BorrowingDay> days, Horizon horizon, List<Metric> metrics) {
        OddsFit[] fits = {new OddsFit(), new OddsFit()};
        for (int i = 0; i < days.size(); i++) {
            for (BorrowingDay.Said said : days.get(i).theses.get(horizon.ordinal())) {
                double flat = said.thesis().flat();
                fits[(i + 1) % HALVES].add(
                        said.ratio(), Math.log((1 - flat) / flat), said.went() != Direction.FLAT);
            }
        }
        List<Double> gains = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        for (OddsFit fit : fits) {
            fit.fit();
        }
        for (int i = 0; i < days.size(); i++) {
            double said = 0;
            double shifted = 0;
            List<BorrowingDay.Said> all = days.get(i).theses.get(horizon.ordinal());
            for (BorrowingDay.Said each : all) {
                said += OutcomeScorer.brier(each.thesis(), each.went());
                shifted +=
                        OutcomeScorer.brier(
                                shifted(each.thesis(), fits[i % HALVES].added(each.ratio())),
                                each.went());
            }
            before.add(said / all.size());
            gains.add((said - shifted) / all.size());
        }
        metrics.add(
                Estimates.metric(
                        "thesis_brier_gain_" + horizon.minutes() + "m",
                        gains,
                        Estimates.mean(before),
                        ""));
    }

    /** Returns the thesis with the odds of a move times e^shift. */
    private static Thesis shifted(Thesis thesis, double shift) {
        double factor = Math.exp(shift);
        double sum = thesis.flat() + factor * (thesis.up() + thesis.down());
        double up = factor * thesis.up() / sum;
        double down = factor * thesis.down() / sum;
        return new Thesis(thesis.horizon(), up, down, 1 - up - down);
    }

    private static Metric metric(
            String name,
            List<BorrowingDay> days,
            ToDoubleFunction<BorrowingDay> figure,
            ToDoubleFunction<BorrowingDay> baseline,
            String unit) {
        Double reference =
                baseline == null
                        ? null
                        : Double.valueOf(
                                days.stream().mapToDouble(baseline).average().orElseThrow());
        return Estimates.metric(
                name, days.stream().map(figure::applyAsDouble).toList(), reference, unit);
    }
}
