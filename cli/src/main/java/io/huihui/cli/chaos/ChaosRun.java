package io.huihui.cli.chaos;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.Quantile;
import io.huihui.models.OutsideResults;
import io.huihui.simulator.SimulationConfig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A market on a local cluster through one fault after the other. From each until everything runs
 * again, and for some calm beyond, the longest time is taken in which no verdict came on a second
 * later than any before; at the end everything that was written is counted against the market.
 */
public final class ChaosRun {

    private static final double GOAL_P50_SECONDS = 2;
    private static final double GOAL_P95_SECONDS = 5;
    private static final double GOAL_ANSWERED = 0.9999;
    private static final int SYMBOLS = 3;

    /** For how long silence is measured without a fault, for comparison. */
    private static final Duration CALM = Duration.ofSeconds(15);

    private final DrilledJob job;
    private final ChaosCluster cluster;
    private final Bench.Progress progress;
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<DeadAttempts.End> ends = new ArrayList<>();

    private double calmSeconds;

    /** How long a fault kept fresh verdicts away. */
    private record Recovery(Fault fault, double seconds) {}

    public ChaosRun(DrilledJob job, ChaosCluster cluster, Bench.Progress progress) {
        this.job = job;
        this.cluster = cluster;
        this.progress = progress;
    }

    /**
     * Returns what became of a market under these faults.
     *
     * @param seed of the market
     */
    public Bench.Result run(long seed, FaultPlan plan) throws InterruptedException {
        job.start();
        try (DisturbedMarket market =
                        new DisturbedMarket(job.brokers(), SimulationConfig.of(seed, 1, SYMBOLS));
                FreshVerdicts verdicts = new FreshVerdicts(job.brokers());
                SentConflicts conflicts = new SentConflicts(job.brokers())) {
            market.start();
            conflicts.send();
            job.requireFresh(verdicts, Long.MIN_VALUE, "the first verdict");
            job.await("a checkpoint", job::runs);
            verdicts.beginSilence();
            Thread.sleep(CALM.toMillis());
            calmSeconds = verdicts.longestSilence();
            int number = 0;
            for (FaultPlan.Round round : plan.rounds()) {
                double seconds = strike(round, verdicts, conflicts);
                conflicts.send();
                market.requireHealthy();
                recoveries.add(new Recovery(round.fault(), seconds));
                progress.say(
                        String.format(
                                Locale.ROOT,
                                "round %d of %d: %s, no fresh verdict for %.2f s at most",
                                ++number,
                                plan.rounds().size(),
                                round.fault(),
                                seconds));
            }
            conflicts.flush();
            job.awaitResolutions();
            Ledger ledger = job.count(market, new DeadAttempts(ends));
            ledger.tell(progress);
            return result(ledger);
        }
    }

    /**
     * Returns the longest silence from the beginning of a fault, or from the end of a hang, until
     * all runs again. What was on its way when the fault struck still comes, so the first fresh
     * verdict would tell nothing.
     */
    private double strike(FaultPlan.Round round, FreshVerdicts verdicts, SentConflicts conflicts)
            throws InterruptedException {
        // Without a leader, which a busy machine may lose by itself, there is no victim.
        job.await("the job before " + round.fault(), job::runs);
        long failed = failedCheckpoints();
        long struckMillis = now();
        Runnable end = cluster.strike(round);
        conflicts.send();
        long newest = verdicts.newest();
        verdicts.beginSilence();
        switch (round.fault().effect()) {
            case DIES -> end.run();
            case SLOWS -> {
                Thread.sleep(round.lastsMillis());
                end.run();
            }
            case HANGS -> {
                Thread.sleep(round.lastsMillis());
                end.run();
                newest = verdicts.newest();
                verdicts.beginSilence();
            }
            case CANNOT_WRITE -> {
                job.await("a failed checkpoint", () -> failedCheckpoints() > failed);
                end.run();
            }
        }
        // By then the cluster has noticed what happened, and no longer says that all tasks run.
        Thread.sleep(round.calmMillis());
        job.await("the job after " + round.fault(), job::runs);
        job.requireFresh(verdicts, newest, "a fresh verdict after " + round.fault());
        if (round.fault().stopsResults()) {
            ends.add(new DeadAttempts.End(struckMillis, now()));
        }
        return verdicts.longestSilence();
    }

    @OutsideResults("Tells by whose attempt a record was written.")
    private static long now() {
        return System.currentTimeMillis();
    }

    private long failedCheckpoints() {
        return job.status().checkpointsFailed();
    }

    private Bench.Result result(Ledger ledger) {
        double[] kills =
                recoveries.stream()
                        .filter(each -> each.fault().stopsResults())
                        .mapToDouble(Recovery::seconds)
                        .sorted()
                        .toArray();
        double p50 = quantile(kills, 0.5);
        double p95 = quantile(kills, 0.95);
        double answered = ledger.answered() / (double) ledger.expected();
        List<Metric> metrics =
                List.of(
                        Metric.of("p50_seconds", p50, "s, longest silence after kill -9"),
                        Metric.of("p95_seconds", p95, "s, longest silence after kill -9"),
                        Metric.of("answered_share", answered, "share"),
                        Metric.of("lost", (double) ledger.lost(), "count"),
                        Metric.of("duplicated", (double) ledger.duplicated(), "count"));
        List<Metric> guards = new ArrayList<>();
        guards.add(Metric.of("snapshots", (double) ledger.expected(), "count"));
        guards.add(Metric.of("calm_seconds", calmSeconds, "s, longest silence without a fault"));
        guards.add(Metric.of("extra", (double) ledger.extra(), "count"));
        guards.add(
                Metric.of("repeated", (double) ledger.repeated(), "count, dropped by their ids"));
        guards.add(
                Metric.of(
                        "taken_back",
                        (double) ledger.takenBack(),
                        "count, of attempts that died, not given again"));
        guards.add(Metric.of("conflicts", (double) ledger.conflicts(), "count"));
        guards.add(Metric.of("late", (double) ledger.late(), "count"));
        for (Fault fault : Fault.values()) {
            double[] of =
                    recoveries.stream()
                            .filter(each -> each.fault() == fault)
                            .mapToDouble(Recovery::seconds)
                            .sorted()
                            .toArray();
            if (of.length > 0) {
                String name = fault.name().toLowerCase(Locale.ROOT) + "_median_seconds";
                guards.add(Metric.of(name, quantile(of, 0.5), "s, of " + of.length));
            }
        }
        boolean pass =
                ledger.lost() == 0
                        && ledger.extra() == 0
                        && ledger.duplicated() == 0
                        && ledger.late() == 0
                        && answered >= GOAL_ANSWERED
                        && p50 <= GOAL_P50_SECONDS
                        && p95 <= GOAL_P95_SECONDS;
        return new Bench.Result(metrics, guards, pass);
    }

    /** Returns a quantile; 0 of none. */
    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : Quantile.of(sorted, share);
    }
}
