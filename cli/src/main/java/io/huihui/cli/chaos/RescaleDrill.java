package io.huihui.cli.chaos;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.OutsideResults;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.ChildProcess;
import io.huihui.stack.FlinkCluster;
import io.huihui.stack.cluster.JobStatus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A market whose load triples and falls again, on a cluster that grows with it and shrinks: the
 * adaptive scheduler spreads the job over the slots that there are. How long no verdict was fresh
 * and how soon verdicts keep up again is measured, and at the end everything is counted against the
 * market.
 */
public final class RescaleDrill {

    /** TaskManagers under the usual load. */
    public static final int FEW = 1;

    private static final int MANY = 3;
    private static final int LOAD = 3;
    private static final int SYMBOLS = 4;
    private static final double KEEPS_UP_SECONDS = 1;
    private static final double GOAL_SECONDS = 30;
    private static final Duration CALM = Duration.ofSeconds(20);

    private final DrilledJob job;
    private final FlinkCluster cluster;
    private final int slots;
    private final Bench.Progress progress;

    /** How a change of size went, in seconds from its begin. */
    private record Change(double spread, double pause, double keepsUp) {}

    /**
     * @param slots of each TaskManager; the job must be submitted with as many tasks as all have
     */
    public RescaleDrill(DrilledJob job, FlinkCluster cluster, int slots, Bench.Progress progress) {
        this.job = job;
        this.cluster = cluster;
        this.slots = slots;
        this.progress = progress;
    }

    /** Returns the most tasks that an operator has in this drill. */
    public static int mostTasks(int slots) {
        return MANY * slots;
    }

    /**
     * Returns what became of a market under these changes.
     *
     * @param seed of the market
     */
    public Bench.Result run(long seed) throws InterruptedException {
        job.start();
        try (DisturbedMarket market =
                        new DisturbedMarket(job.brokers(), SimulationConfig.of(seed, 1, SYMBOLS));
                FreshVerdicts verdicts = new FreshVerdicts(job.brokers())) {
            market.start();
            job.requireFresh(verdicts, Long.MIN_VALUE, "the first verdict");
            job.await("verdicts that keep up", () -> keepsUp(market, verdicts));
            verdicts.beginSilence();
            Thread.sleep(CALM.toMillis());
            double calm = verdicts.longestSilence();
            List<ChildProcess> added = new ArrayList<>();
            Change grown =
                    change(
                            market,
                            verdicts,
                            MANY,
                            () -> {
                                market.load(LOAD);
                                for (int i = FEW; i < MANY; i++) {
                                    added.add(cluster.startTaskManager());
                                }
                            });
            Thread.sleep(CALM.toMillis());
            Change shrunk =
                    change(
                            market,
                            verdicts,
                            FEW,
                            () -> {
                                market.load(1);
                                added.forEach(ChildProcess::close);
                            });
            Thread.sleep(CALM.toMillis());
            Ledger ledger = job.count(market, new DeadAttempts(List.of()));
            ledger.tell(progress);
            return result(calm, grown, shrunk, ledger);
        }
    }

    private static boolean keepsUp(DisturbedMarket market, FreshVerdicts verdicts) {
        return market.lagSeconds(verdicts.slowest()) < KEEPS_UP_SECONDS;
    }

    @OutsideResults("Measures by the clock.")
    private Change change(
            DisturbedMarket market, FreshVerdicts verdicts, int taskManagers, Runnable begin)
            throws InterruptedException {
        verdicts.beginSilence();
        long began = System.nanoTime();
        begin.run();
        int tasks = taskManagers * slots;
        job.await("the job on " + tasks + " slots", () -> spread(tasks));
        double spread = secondsSince(began);
        job.await("verdicts that keep up", () -> keepsUp(market, verdicts));
        Change change = new Change(spread, verdicts.longestSilence(), secondsSince(began));
        market.requireHealthy();
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d TaskManagers: spread over %d slots after %.1f s, no fresh verdict for"
                                + " %.1f s at most, keeps up after %.1f s",
                        taskManagers,
                        tasks,
                        change.spread,
                        change.pause,
                        change.keepsUp));
        return change;
    }

    private boolean spread(int tasks) {
        JobStatus status = job.status();
        return status.parallelism() == tasks && status.allTasksRunning();
    }

    @OutsideResults("Measures by the clock.")
    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static Bench.Result result(double calm, Change grown, Change shrunk, Ledger ledger) {
        List<Metric> metrics =
                List.of(
                        Metric.of("grow_pause_seconds", grown.pause, "s, longest silence"),
                        Metric.of("grow_keeps_up_seconds", catchingUp(grown), "s, once spread"),
                        Metric.of("shrink_pause_seconds", shrunk.pause, "s, longest silence"),
                        Metric.of("shrink_keeps_up_seconds", catchingUp(shrunk), "s, once spread"),
                        Metric.of("lost", (double) ledger.lost(), "count"),
                        Metric.of("duplicated", (double) ledger.duplicated(), "count"));
        List<Metric> guards =
                List.of(
                        Metric.of("snapshots", (double) ledger.expected(), "count"),
                        Metric.of("calm_seconds", calm, "s, longest silence before"),
                        Metric.of("grow_spread_seconds", grown.spread, "s, from the begin"),
                        Metric.of("shrink_spread_seconds", shrunk.spread, "s, from the begin"),
                        Metric.of("extra", (double) ledger.extra(), "count"),
                        Metric.of(
                                "repeated",
                                (double) ledger.repeated(),
                                "count, dropped by their ids"),
                        Metric.of("late", (double) ledger.late(), "count"));
        boolean pass =
                ledger.lost() == 0
                        && ledger.duplicated() == 0
                        && ledger.extra() == 0
                        && ledger.late() == 0
                        && ledger.answered() == ledger.expected()
                        && catchingUp(grown) <= GOAL_SECONDS
                        && catchingUp(shrunk) <= GOAL_SECONDS;
        return new Bench.Result(metrics, guards, pass);
    }

    private static double catchingUp(Change change) {
        return change.keepsUp - change.spread;
    }
}
