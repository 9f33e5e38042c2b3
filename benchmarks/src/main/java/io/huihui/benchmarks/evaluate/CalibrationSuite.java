package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;
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
        List<CalibrationTally> raw = new ArrayList<>();
        List<CalibrationTally> calibrated = new ArrayList<>();
        List<DeskFollower> followers = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            CalibrationTally rawOfSeed = new CalibrationTally();
            CalibrationTally ofSeed = new CalibrationTally();
            SimulatedSession.run(
                    SimulationConfig.of(seed, SESSIONS, SYMBOLS),
                    symbol -> {
                        DeskFollower follower = new DeskFollower(rawOfSeed, ofSeed);
                        followers.add(follower);
                        return DecisionPipeline.ofMainJob(symbol, follower);
                    });
            raw.add(rawOfSeed);
            calibrated.add(ofSeed);
            progress.say(
                    "seed " + seed + ": " + CalibrationTally.total(List.of(ofSeed)) + " outcomes");
        }
        return figures(raw, calibrated, followers);
    }

    private static Bench.Result figures(
            List<CalibrationTally> raw,
            List<CalibrationTally> calibrated,
            List<DeskFollower> followers) {
        Metric error =
                metric("conviction_ece", raw, calibrated, CalibrationTally::calibrationError);
        Metric brier = metric("conviction_brier", raw, calibrated, CalibrationTally::brier);
        double trades = followers.stream().mapToDouble(DeskFollower::trades).sum();
        double sessions = (double) followers.size() * SESSIONS;
        List<Metric> guards =
                List.of(
                        Metric.of(
                                "uncalibrated_share",
                                followers.stream()
                                        .mapToDouble(DeskFollower::uncalibratedShare)
                                        .average()
                                        .orElseThrow(),
                                "share"),
                        Metric.of("outcomes", CalibrationTally.total(calibrated), "count"),
                        Metric.of("trades_per_session", trades / sessions, "count"),
                        perTrade("expected_per_trade", followers, DeskFollower::expected, trades),
                        perTrade("profit_per_trade", followers, DeskFollower::profit, trades));
        boolean pass =
                error.value() <= error.baseline()
                        && brier.value() <= brier.baseline() + BRIER_ALLOWANCE;
        return new Bench.Result(List.of(error, brier), guards, pass);
    }

    private static Metric perTrade(
            String name,
            List<DeskFollower> followers,
            ToDoubleFunction<DeskFollower> sum,
            double trades) {
        double all = followers.stream().mapToDouble(sum).sum();
        return Metric.of(name, trades == 0 ? 0 : all / trades, "currency");
    }

    /** A figure of all seeds together, with the interval from drawing whole seeds. */
    private static Metric metric(
            String name,
            List<CalibrationTally> raw,
            List<CalibrationTally> calibrated,
            ToDoubleFunction<List<CalibrationTally>> figure) {
        Bootstrap.Interval interval = Bootstrap.pooled(calibrated, figure);
        return new Metric(
                name,
                interval.mean(),
                interval.low(),
                interval.high(),
                figure.applyAsDouble(raw),
                "share");
    }
}
