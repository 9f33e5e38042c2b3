package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.ShockSession.Spoiling;
import io.huihui.models.expert.sentiment.HeadlineScorer;
import io.huihui.models.expert.sentiment.LexiconScorer;
import io.huihui.models.expert.sentiment.Shock;
import io.huihui.simulator.truth.NewsShock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many planted news shocks are found, and how many are found on a calm tape, beside the
 * predecessor's rule. Every seed is one session of four symbols, three times: with two shocks per
 * symbol, without any, and spoilt: every story sent ten times and publishers' clocks two minutes
 * wrong.
 */
public final class ShockSuite implements Suite {

    private static final double SHOCKS_PER_SYMBOL = 2;

    /** A shock's stories come within three minutes; what is found later is not found. */
    private static final long IN_TIME_MILLIS = 3 * 60_000;

    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_FALSE_PER_DAY = 1;

    /** Sums over one seed. */
    private static final class Tally {
        double planted;
        double hits;
        double sameDirection;
        double falseAlerts;
        final List<Double> latencies = new ArrayList<>();

        double recall() {
            return hits / planted;
        }
    }

    @Override
    public String name() {
        return "shock";
    }

    @Override
    public String question() {
        return "How many news shocks are found in time, and how many that are none?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        HeadlineScorer scorer = new LexiconScorer();
        List<Tally> plain = new ArrayList<>();
        List<Tally> plainByCount = new ArrayList<>();
        List<Tally> spoilt = new ArrayList<>();
        List<Tally> calm = new ArrayList<>();
        List<Tally> calmByCount = new ArrayList<>();
        List<Tally> calmSpoilt = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            ShockSession with = ShockSession.run(seed, SHOCKS_PER_SYMBOL, scorer, Spoiling.NONE);
            if (with.planted().isEmpty()) {
                continue;
            }
            plain.add(tally(with.found(), with.planted()));
            plainByCount.add(tally(with.foundByCount(), with.planted()));
            ShockSession dirty =
                    ShockSession.run(seed, SHOCKS_PER_SYMBOL, scorer, Spoiling.REPEATED_AND_SKEWED);
            spoilt.add(tally(dirty.found(), dirty.planted()));
            ShockSession none = ShockSession.run(seed, 0, scorer, Spoiling.NONE);
            calm.add(tally(none.found(), List.of()));
            calmByCount.add(tally(none.foundByCount(), List.of()));
            ShockSession noneDirty =
                    ShockSession.run(seed, 0, scorer, Spoiling.REPEATED_AND_SKEWED);
            calmSpoilt.add(tally(noneDirty.found(), List.of()));
            progress.say(
                    "seed "
                            + seed
                            + ": "
                            + (int) plain.get(plain.size() - 1).hits
                            + " of "
                            + with.planted().size()
                            + " found, "
                            + none.found().size()
                            + " on the calm tape");
        }
        Metric recall = metric("recall", recalls(plain), recalls(plainByCount), "share");
        Metric calmFalse =
                metric("false_per_day", falses(calm), falses(calmByCount), "alerts, 4 symbols");
        List<Metric> metrics =
                List.of(
                        recall,
                        calmFalse,
                        metric("same_direction", directions(plain), null, "share"),
                        Metric.of("latency_p50", percentile(plain, 0.5), "s of event time"),
                        Metric.of("latency_p95", percentile(plain, 0.95), "s of event time"));
        Metric spoiltRecall = metric("recall_spoilt", recalls(spoilt), null, "share");
        Metric spoiltFalse =
                metric("false_per_day_spoilt", falses(calmSpoilt), null, "alerts, 4 symbols");
        List<Metric> guards =
                List.of(
                        spoiltRecall,
                        spoiltFalse,
                        metric("false_beside_shocks", falses(plain), null, "alerts, 4 symbols"));
        boolean pass =
                recall.value() >= LEAST_RECALL
                        && spoiltRecall.value() >= LEAST_RECALL
                        && calmFalse.value() <= MOST_FALSE_PER_DAY
                        && spoiltFalse.value() <= MOST_FALSE_PER_DAY;
        return new Bench.Result(metrics, guards, pass);
    }

    private static Tally tally(List<Shock> found, List<NewsShock> planted) {
        Tally tally = new Tally();
        List<Shock> left = new ArrayList<>(found);
        for (NewsShock truth : planted) {
            tally.planted++;
            Shock hit = null;
            for (Shock shock : left) {
                long after = shock.eventTimeMillis() - truth.eventTimeMillis();
                if (shock.symbol().equals(truth.symbol())
                        && after >= 0
                        && after <= IN_TIME_MILLIS) {
                    hit = shock;
                    break;
                }
            }
            if (hit != null) {
                left.remove(hit);
                tally.hits++;
                tally.sameDirection += hit.direction() == truth.direction() ? 1 : 0;
                tally.latencies.add((hit.eventTimeMillis() - truth.eventTimeMillis()) / 1_000.0);
            }
        }
        tally.falseAlerts = left.size();
        return tally;
    }

    private static double[] recalls(List<Tally> tallies) {
        return tallies.stream().mapToDouble(Tally::recall).toArray();
    }

    private static double[] falses(List<Tally> tallies) {
        return tallies.stream().mapToDouble(tally -> tally.falseAlerts).toArray();
    }

    private static double[] directions(List<Tally> tallies) {
        return tallies.stream()
                .mapToDouble(tally -> tally.hits == 0 ? 1 : tally.sameDirection / tally.hits)
                .toArray();
    }

    private static double percentile(List<Tally> tallies, double share) {
        double[] all =
                tallies.stream()
                        .flatMap(tally -> tally.latencies.stream())
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        return all.length == 0 ? Double.NaN : all[(int) (share * (all.length - 1))];
    }

    private static Metric metric(String name, double[] values, double[] baseline, String unit) {
        Bootstrap.Interval interval = Bootstrap.of(values);
        Double reference =
                baseline == null ? null : Arrays.stream(baseline).average().orElseThrow();
        return new Metric(name, interval.mean(), interval.low(), interval.high(), reference, unit);
    }
}
