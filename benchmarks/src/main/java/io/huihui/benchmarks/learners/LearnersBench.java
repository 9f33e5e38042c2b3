package io.huihui.benchmarks.learners;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.learner.FtrlLogistic;
import io.huihui.models.learner.FtrlRates;
import io.huihui.models.learner.HoeffdingAdaptiveTree;
import io.huihui.models.learner.TreeConfig;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench learners}: our logistic regression and our adaptive tree beside Vowpal Wabbit's and
 * MOA's, in one JVM, on the same examples in the form each wants them, in processor time of the
 * thread, turn by turn.
 */
public final class LearnersBench implements Bench {

    private static final double GOAL_LOGISTIC_RATIO = 5;
    private static final double GOAL_TREE_RATIO = 1;

    /** Points of accuracy that our tree may be behind. */
    private static final double GOAL_POINTS = -0.2;

    /** Both logistic models follow one algorithm; theirs computes in float. */
    private static final double LARGEST_LOSS_APART = 0.005;

    private static final int INPUTS = 20;
    private static final int EXAMPLES = 5_000;
    private static final int TURNS = 15;
    private static final int WARM_UP_TURNS = 10;
    private static final FtrlRates RATES = new FtrlRates(0.1, 1, 0, 0);

    private static final int TREE_SEEDS = 10;
    private static final int TREE_EXAMPLES = 60_000;

    @Override
    public String name() {
        return "learners";
    }

    @Override
    public String question() {
        return "How many examples a second do our online learners take, and how many those of other libraries?";
    }

    @Override
    public Result run(Progress progress) {
        List<Metric> metrics = new ArrayList<>();
        List<Metric> guards = new ArrayList<>();
        boolean pass = logistic(Peers.load(LogisticPeer.class), metrics, guards, progress);
        pass &= tree(Peers.load(TreePeer.class), metrics, guards, progress);
        return new Result(metrics, guards, pass);
    }

    private static boolean logistic(
            LogisticPeer peer, List<Metric> metrics, List<Metric> guards, Progress progress) {
        Draws draws = Draws.of(1, Stream.LEARNING_EXAMPLES, "logistic", 0);
        double[] rule = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            rule[i] = draws.gaussian();
        }
        FtrlLogistic ours = new FtrlLogistic(INPUTS, RATES);
        peer.begin(INPUTS, RATES);
        double[] oursNanos = new double[TURNS];
        double[] peerNanos = new double[TURNS];
        double[][] examples = new double[EXAMPLES][INPUTS];
        boolean[] yes = new boolean[EXAMPLES];
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            draw(draws, rule, examples, yes);
            peer.load(examples, yes);
            long begin = Stopwatch.nanos();
            for (int i = 0; i < EXAMPLES; i++) {
                ours.learn(examples[i], yes[i], 1);
            }
            long middle = Stopwatch.nanos();
            peer.learnAll();
            long end = Stopwatch.nanos();
            if (turn >= 0) {
                oursNanos[turn] = (middle - begin) / (double) EXAMPLES;
                peerNanos[turn] = (end - middle) / (double) EXAMPLES;
            }
        }
        draw(draws, rule, examples, yes);
        double oursLoss = 0;
        double peerLoss = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            oursLoss += loss(ours.predict(examples[i]), yes[i]) / EXAMPLES;
            peerLoss += loss(peer.predict(examples[i]), yes[i]) / EXAMPLES;
        }
        Arrays.sort(oursNanos);
        Arrays.sort(peerNanos);
        double median = Stopwatch.median(oursNanos);
        double peerMedian = Stopwatch.median(peerNanos);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "logistic: ours %.0f ns, %s %.0f ns an example; loss of unseen ones %.4f and %.4f",
                        median,
                        peer.name(),
                        peerMedian,
                        oursLoss,
                        peerLoss));
        metrics.add(
                new Metric(
                        "ftrl_per_second",
                        1e9 / median,
                        1e9 / oursNanos[TURNS - 1],
                        1e9 / oursNanos[0],
                        1e9 / peerMedian,
                        "1/s"));
        metrics.add(Metric.of("ratio_to_vw", peerMedian / median, "x"));
        guards.add(new Metric("ftrl_log_loss", oursLoss, null, null, peerLoss, "nats"));
        return peerMedian / median >= GOAL_LOGISTIC_RATIO
                && Math.abs(oursLoss - peerLoss) <= LARGEST_LOSS_APART;
    }

    private static void draw(Draws draws, double[] rule, double[][] examples, boolean[] yes) {
        for (int i = 0; i < examples.length; i++) {
            double sum = 0;
            for (int k = 0; k < rule.length; k++) {
                examples[i][k] = draws.gaussian();
                sum += rule[k] * examples[i][k];
            }
            yes[i] = draws.uniform() < 1 / (1 + StrictMath.exp(-sum));
        }
    }

    private static double loss(double probability, boolean yes) {
        return -Math.log(Math.max(1e-12, yes ? probability : 1 - probability));
    }

    private static boolean tree(
            TreePeer peer, List<Metric> metrics, List<Metric> guards, Progress progress) {
        List<TreeRace> races = new ArrayList<>();
        for (int seed = 0; seed <= TREE_SEEDS; seed++) {
            for (TreeExamples.Kind kind : TreeExamples.Kind.values()) {
                TreeRace race = TreeRace.run(peer, new TreeExamples(seed, kind, TREE_EXAMPLES));
                // The first of each kind warms up.
                if (seed > 0) {
                    races.add(race);
                    progress.say(race.sentence(kind, seed, peer.name()));
                }
            }
        }
        double[] ratios = races.stream().mapToDouble(TreeRace::ratio).sorted().toArray();
        double[] rates = races.stream().mapToDouble(TreeRace::oursPerSecond).sorted().toArray();
        double[] peerRates = races.stream().mapToDouble(TreeRace::peerPerSecond).sorted().toArray();
        Bootstrap.Interval points =
                Bootstrap.of(races.stream().mapToDouble(TreeRace::pointsAhead).toArray());
        metrics.add(
                new Metric(
                        "tree_per_second",
                        Stopwatch.median(rates),
                        rates[0],
                        rates[rates.length - 1],
                        Stopwatch.median(peerRates),
                        "1/s"));
        metrics.add(
                new Metric(
                        "ratio_to_moa",
                        Stopwatch.median(ratios),
                        ratios[0],
                        ratios[ratios.length - 1],
                        null,
                        "x"));
        guards.add(
                new Metric(
                        "tree_accuracy_points_ahead",
                        points.mean(),
                        points.low(),
                        points.high(),
                        0.0,
                        "points"));
        return Stopwatch.median(ratios) >= GOAL_TREE_RATIO && points.mean() >= GOAL_POINTS;
    }

    /**
     * One stream learned by both trees: say, then learn.
     *
     * @param oursRight share of examples that our tree was right about before it learned them
     */
    private record TreeRace(
            double oursPerSecond, double peerPerSecond, double oursRight, double peerRight) {

        static TreeRace run(TreePeer peer, TreeExamples stream) {
            double[][] inputs = stream.inputs();
            int[] labels = stream.labels();
            HoeffdingAdaptiveTree ours =
                    new HoeffdingAdaptiveTree(
                            TreeExamples.CLASSES, TreeExamples.INPUTS, TreeConfig.USUAL);
            peer.begin(inputs, labels, TreeExamples.CLASSES);
            int oursRight = 0;
            int peerRight = 0;
            long begin = Stopwatch.nanos();
            for (int i = 0; i < inputs.length; i++) {
                oursRight += ours.learn(inputs[i], labels[i]) == labels[i] ? 1 : 0;
            }
            long middle = Stopwatch.nanos();
            for (int i = 0; i < inputs.length; i++) {
                peerRight += peer.learn(i) ? 1 : 0;
            }
            long end = Stopwatch.nanos();
            double count = inputs.length;
            return new TreeRace(
                    count / (middle - begin) * 1e9,
                    count / (end - middle) * 1e9,
                    oursRight / count,
                    peerRight / count);
        }

        double ratio() {
            return oursPerSecond / peerPerSecond;
        }

        double pointsAhead() {
            return 100 * (oursRight - peerRight);
        }

        String sentence(TreeExamples.Kind kind, int seed, String peer) {
            return String.format(
                    Locale.ROOT,
                    "tree, %s rules, seed %d: ours %.0f/s and %.2f %% right, %s %.0f/s and %.2f %%",
                    kind,
                    seed,
                    oursPerSecond,
                    100 * oursRight,
                    peer,
                    peerPerSecond,
                    100 * peerRight);
        }
    }
}
