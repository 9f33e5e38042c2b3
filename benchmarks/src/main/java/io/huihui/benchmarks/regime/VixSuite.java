package io.huihui.benchmarks.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.expert.regime.hmm.BaumWelch;
import io.huihui.models.expert.regime.hmm.ForwardFilter;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the beginning of a nervous time shows in the returns of the Nasdaq-100 alone. An onset is
 * the first close of the VIX at 20 or above after 20 closes below; an alarm within five days of it,
 * before or after, finds it. Fitted up to 2016, measured from 2017 on; nothing from after a day is
 * used for its alarm. The seed names the starts of the fit, which all reach the same optimum.
 */
public final class VixSuite implements Suite {

    private static final String FIRST_DAY_MEASURED = "2017-01-01";
    private static final double NERVOUS = 20;
    private static final int CALM_DAYS = 20;
    private static final int NEAR_DAYS = 5;

    /** Recall at which precisions are compared. */
    private static final double RECALL = 0.75;

    /** A day counts as calm when the probability is below this share of the threshold. */
    private static final double CALM_SHARE = 0.5;

    private static final int THRESHOLDS = 60;

    @Override
    public String name() {
        return "regime-vix";
    }

    @Override
    public String question() {
        return "Do returns alone show when a time of VIX 20 and above begins?";
    }

    /** Alarms and what they found. */
    private record Found(
            double threshold, double recall, double precision, double lead, int alarms) {}

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        DailyIndex index = DailyIndex.read();
        int first = index.day(FIRST_DAY_MEASURED);
        double[] wild = wild(index, first, seeds.first());
        List<Integer> onsets = onsets(index.vix());
        Found plain = bestAt(wild, onsets, first, wild.length, 0);
        Found ours = bestAt(wild, onsets, first, wild.length, CALM_DAYS);
        // The threshold that would have been chosen on what was known then.
        Found before = bestAt(wild, onsets, index.day("1990-03-01"), first, CALM_DAYS);
        Found chosen = found(wild, onsets, first, wild.length, before.threshold(), CALM_DAYS);
        progress.say("plain " + plain + "; after calm " + ours + "; chosen before " + chosen);
        return new Bench.Result(
                List.of(
                        measured("recall", ours.recall(), plain.recall(), "share"),
                        measured("precision", ours.precision(), plain.precision(), "share"),
                        measured("lead_days", ours.lead(), plain.lead(), "days"),
                        measured("alarms", ours.alarms(), (double) plain.alarms(), "count"),
                        measured("recall_chosen_before", chosen.recall(), null, "share"),
                        measured("precision_chosen_before", chosen.precision(), null, "share")),
                List.of(Metric.of("onsets", count(onsets, first), "count")),
                ours.precision() > plain.precision() && ours.recall() >= RECALL);
    }

    private static Metric measured(String name, double value, Double baseline, String unit) {
        return new Metric(name, value, null, null, baseline, unit);
    }

    private static int count(List<Integer> onsets, int first) {
        return (int) onsets.stream().filter(day -> day >= first).count();
    }

    /** Probability of the wilder of two states, day by day, by what was known on that day. */
    private static double[] wild(DailyIndex index, int fittedUntil, long seed) {
        BaumWelch.Options options =
                new BaumWelch.Options(2, BaumWelch.Covariance.FULL, 3, 1_000, 1e-7, 1e-12, seed);
        HiddenMarkovModel model =
                BaumWelch.fit(List.<double[][]>of(index.sequence(0, fittedUntil)), options).model();
        boolean second =
                model.emission(1).covariance()[0][0] > model.emission(0).covariance()[0][0];
        ForwardFilter filter = new ForwardFilter(model);
        double[] wild = new double[index.returns().length];
        for (int day = 0; day < wild.length; day++) {
            filter.observe(new double[] {index.returns()[day]});
            wild[day] = filter.probability(second ? 1 : 0);
        }
        return wild;
    }

    static List<Integer> onsets(double[] vix) {
        List<Integer> onsets = new ArrayList<>();
        int calm = 0;
        for (int day = 0; day < vix.length; day++) {
            if (vix[day] >= NERVOUS && calm >= CALM_DAYS) {
                onsets.add(day);
            }
            calm = vix[day] < NERVOUS ? calm + 1 : 0;
        }
        return onsets;
    }

    /** Returns the most precise alarms of those whose recall is large enough. */
    private static Found bestAt(
            double[] wild, List<Integer> onsets, int from, int until, int calm) {
        Found best = new Found(Double.NaN, 0, 0, 0, 0);
        for (int i = 1; i < THRESHOLDS; i++) {
            Found found = found(wild, onsets, from, until, i / (double) THRESHOLDS, calm);
            boolean enough = found.recall() >= RECALL && best.recall() >= RECALL;
            boolean better =
                    enough ? found.precision() > best.precision() : found.recall() > best.recall();
            best = better ? found : best;
        }
        return best;
    }

    private static Found found(
            double[] wild, List<Integer> onsets, int from, int until, double threshold, int calm) {
        List<Integer> alarms = new ArrayList<>();
        for (int day : alarms(wild, threshold, calm)) {
            if (day >= from && day < until) {
                alarms.add(day);
            }
        }
        int found = 0;
        int all = 0;
        double lead = 0;
        for (int onset : onsets) {
            if (onset < from || onset >= until) {
                continue;
            }
            all++;
            for (int alarm : alarms) {
                if (Math.abs(alarm - onset) <= NEAR_DAYS) {
                    found++;
                    lead += onset - alarm;
                    break;
                }
            }
        }
        long right =
                alarms.stream()
                        .filter(a -> onsets.stream().anyMatch(o -> Math.abs(a - o) <= NEAR_DAYS))
                        .count();
        return new Found(
                threshold,
                all == 0 ? 0 : found / (double) all,
                alarms.isEmpty() ? 0 : right / (double) alarms.size(),
                found == 0 ? 0 : lead / found,
                alarms.size());
    }

    /** Days on which the probability rises to the threshold after enough calm days. */
    static List<Integer> alarms(double[] wild, double threshold, int calmDays) {
        List<Integer> alarms = new ArrayList<>();
        double calmBelow = calmDays == 0 ? threshold : CALM_SHARE * threshold;
        int calm = calmDays;
        boolean on = false;
        for (int day = 0; day < wild.length; day++) {
            if (wild[day] < calmBelow) {
                calm++;
                on = false;
            } else if (wild[day] >= threshold) {
                if (!on && calm >= calmDays) {
                    alarms.add(day);
                }
                on = true;
                calm = 0;
            } else if (calm < calmDays) {
                calm = 0;
            }
        }
        return alarms;
    }
}
