package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Whether conviction means what it says, with the experts and the gate of the main job: the
 * probability that directives act on against how often their theses came true, beside the gate's
 * raw one on the same theses.
 */
public final class CalibrationSuite implements Suite {

    private static final int SYMBOLS = 2;

    /** The first session is warm-up: twenty independent quarters of an hour have to be known. */
    private static final int SESSIONS = 3;

    /** Calibration may cost this much of the Brier score, and is expected to win. */
    private static final double BRIER_ALLOWANCE = 0.002;

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String question() {
        return "Does the conviction of directives mean how often they are right?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<DeskTallies> tallies = new ArrayList<>();
        List<DeskFollower> followers = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            DeskTallies ofSeed = DeskTallies.empty();
            SimulatedSession.run(
                    SimulationConfig.of(seed, SESSIONS, SYMBOLS),
                    symbol -> {
                        DeskFollower follower = new DeskFollower(ofSeed);
                        followers.add(follower);
                        return DecisionPipeline.ofMainJob(symbol, follower);
                    });
            tallies.add(ofSeed);
            progress.say(
                    "seed "
                            + seed
                            + ": "
                            + (long) CalibrationTally.total(List.of(ofSeed.calibrated()))
                            + " outcomes, "
                            + (TradeTally.trades(List.of(ofSeed.onPrice()))
                                    + TradeTally.trades(List.of(ofSeed.onVolatility())))
                            + " trades");
        }
        return figures(tallies, followers);
    }

    private static Bench.Result figures(List<DeskTallies> tallies, List<DeskFollower> followers) {
        Metric error = metric("conviction_ece", tallies, CalibrationTally::calibrationError);
        Metric brier = metric("conviction_brier", tallies, CalibrationTally::brier);
        List<CalibrationTally> calibrated = of(tallies, DeskTallies::calibrated);
        List<Metric> guards = new ArrayList<>();
        guards.add(
                Metric.of(
                        "uncalibrated_share",
                        followers.stream()
                                .mapToDouble(DeskFollower::uncalibratedShare)
                                .average()
                                .orElseThrow(),
                        "share"));
        guards.add(Metric.of("outcomes", CalibrationTally.total(calibrated), "count"));
        int sessions = followers.size() * SESSIONS;
        guards.addAll(trades("price", of(tallies, DeskTallies::onPrice), sessions));
        guards.addAll(trades("volatility", of(tallies, DeskTallies::onVolatility), sessions));
        boolean pass =
                error.value() <= error.baseline()
                        && brier.value() <= brier.baseline() + BRIER_ALLOWANCE;
        return new Bench.Result(List.of(error, brier), guards, pass);
    }

    /** How often the desk trades, and what a trade earned beside what was expected of it. */
    private static List<Metric> trades(String kind, List<TradeTally> tallies, int sessions) {
        Bootstrap.Interval earned = Bootstrap.pooled(tallies, TradeTally::earnedPerTrade);
        return List.of(
                Metric.of(
                        kind + "_trades_per_session",
                        TradeTally.trades(tallies) / (double) sessions,
                        "count"),
                new Metric(
                        "earned_per_" + kind + "_trade",
                        earned.mean(),
                        earned.low(),
                        earned.high(),
                        TradeTally.expectedPerTrade(tallies),
                        "currency"));
    }

    /** A figure of all seeds together, with the interval from drawing whole seeds. */
    private static Metric metric(
            String name,
            List<DeskTallies> tallies,
            ToDoubleFunction<List<CalibrationTally>> figure) {
        Bootstrap.Interval interval =
                Bootstrap.pooled(of(tallies, DeskTallies::calibrated), figure);
        return new Metric(
                name,
                interval.mean(),
                interval.low(),
                interval.high(),
                figure.applyAsDouble(of(tallies, DeskTallies::raw)),
                "share");
    }

    private static <T> List<T> of(List<DeskTallies> tallies, Function<DeskTallies, T> part) {
        return tallies.stream().map(part).toList();
    }
}
