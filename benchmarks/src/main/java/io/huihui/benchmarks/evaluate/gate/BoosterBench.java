package io.huihui.benchmarks.evaluate.gate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.learners.BoosterPeer;
import io.huihui.benchmarks.learners.Peers;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Thesis;
import io.huihui.models.gate.FixedShareHedge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench booster}: our booster beside MOA's OzaBoostAdwin on the same three experts, whose
 * skill changes hands. Both are given each expert's three probabilities, say a direction, and then
 * hear which it was; in one JVM, in processor time of the thread, turn by turn.
 */
public final class BoosterBench implements Bench {

    private static final double GOAL_RATIO = 8;

    /** Streams; the first ones warm up. */
    private static final int SEEDS = 20;

    private static final int WARM_UP = 4;

    @Override
    public String name() {
        return "booster";
    }

    @Override
    public String question() {
        return "How many outcomes a second does the booster learn from, and how many another"
                + " library's?";
    }

    @Override
    public Result run(Progress progress) {
        BoosterPeer peer = Peers.load(BoosterPeer.class);
        List<Race> races = new ArrayList<>();
        for (int seed = 1 - WARM_UP; seed <= SEEDS; seed++) {
            Race race = Race.run(peer, steps(seed));
            if (seed > 0) {
                races.add(race);
                progress.say(race.sentence(seed, peer.name()));
            }
        }
        double[] ratios = races.stream().mapToDouble(Race::ratio).sorted().toArray();
        double[] rates = races.stream().mapToDouble(Race::oursPerSecond).sorted().toArray();
        double[] peerRates = races.stream().mapToDouble(Race::peerPerSecond).sorted().toArray();
        Metric points =
                Bootstrap.metric(
                        "accuracy_points_ahead",
                        races.stream().mapToDouble(Race::pointsAhead).toArray(),
                        0.0,
                        "points");
        double ratio = Stopwatch.median(ratios);
        return new Result(
                List.of(
                        new Metric(
                                "outcomes_per_second",
                                Stopwatch.median(rates),
                                rates[0],
                                rates[rates.length - 1],
                                Stopwatch.median(peerRates),
                                "1/s"),
                        new Metric(
                                "ratio_to_moa",
                                ratio,
                                ratios[0],
                                ratios[ratios.length - 1],
                                null,
                                "x")),
                List.of(
                        points,
                        new Metric(
                                "accuracy",
                                races.stream().mapToDouble(Race::oursRight).average().orElseThrow(),
                                null,
                                null,
                                races.stream().mapToDouble(Race::peerRight).average().orElseThrow(),
                                "share")),
                ratio >= GOAL_RATIO && points.low() >= 0);
    }

    private static List<PlantedExperts.Step> steps(long seed) {
        PlantedExperts experts = new PlantedExperts(seed, new SkillFlips(seed));
        List<PlantedExperts.Step> steps = new ArrayList<>();
        for (int i = 0; i < SkillFlips.STEPS; i++) {
            steps.add(experts.next());
        }
        return steps;
    }

    /**
     * One stream learned by both: say, then learn.
     *
     * @param oursRight share of outcomes that ours said
     */
    private record Race(
            double oursPerSecond, double peerPerSecond, double oursRight, double peerRight) {

        static Race run(BoosterPeer peer, List<PlantedExperts.Step> steps) {
            FixedShareHedge hedge = new FixedShareHedge(Expert.values().length);
            begin(peer, steps);
            int oursRight = 0;
            int peerRight = 0;
            long begin = Stopwatch.nanos();
            for (PlantedExperts.Step step : steps) {
                Thesis said = BoostedExperts.say(step, hedge.weights());
                oursRight += said.likeliest() == step.realized() ? 1 : 0;
                BoostedExperts.learn(hedge, step);
            }
            long middle = Stopwatch.nanos();
            for (int i = 0; i < steps.size(); i++) {
                peerRight += peer.learn(i) ? 1 : 0;
            }
            long end = Stopwatch.nanos();
            double count = steps.size();
            return new Race(
                    count / (middle - begin) * 1e9,
                    count / (end - middle) * 1e9,
                    oursRight / count,
                    peerRight / count);
        }

        private static void begin(BoosterPeer peer, List<PlantedExperts.Step> steps) {
            peer.begin(
                    steps.stream().map(Race::probabilities).toArray(double[][]::new),
                    steps.stream().mapToInt(step -> step.realized().ordinal()).toArray(),
                    Direction.values().length);
        }

        private static double[] probabilities(PlantedExperts.Step step) {
            return step.opinions().stream()
                    .map(BoostedExperts::thesis)
                    .flatMapToDouble(
                            thesis ->
                                    Arrays.stream(Direction.values())
                                            .mapToDouble(thesis::probability))
                    .toArray();
        }

        double ratio() {
            return oursPerSecond / peerPerSecond;
        }

        double pointsAhead() {
            return 100 * (oursRight - peerRight);
        }

        String sentence(int seed, String peer) {
            return String.format(
                    Locale.ROOT,
                    "seed %d: ours %.0f/s and %.2f %% right, %s %.0f/s and %.2f %%",
                    seed,
                    oursPerSecond,
                    100 * oursRight,
                    peer,
                    peerPerSecond,
                    100 * peerRight);
        }
    }
}
