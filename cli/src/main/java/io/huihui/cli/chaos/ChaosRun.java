package io.huihui.cli.chaos;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.ChildProcess;
import io.huihui.stack.StackException;
import io.huihui.stack.cluster.HealthCheck;
import io.huihui.stack.cluster.JobStatus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A market on a local cluster through one fault after the other. After each it is waited until a
 * verdict comes on a second later than any before, and until everything runs again; at the end
 * everything that was written is counted against the market.
 */
public final class ChaosRun {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final double GOAL_P50_SECONDS = 2;
    private static final double GOAL_P95_SECONDS = 5;
    private static final double GOAL_ANSWERED = 0.9999;
    private static final int SYMBOLS = 3;

    private final ChaosCluster cluster;
    private final Bench.Progress progress;
    private final List<Recovery> recoveries = new ArrayList<>();

    /** How long a fault kept fresh verdicts away. */
    private record Recovery(Fault fault, double seconds) {}

    public ChaosRun(ChaosCluster cluster, Bench.Progress progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /**
     * Returns settings of the job that a disturbed market needs. Every opinion is counted, so
     * nothing may stand in for an expert because this machine is busy.
     */
    public static List<String> settings() {
        return List.of(
                "kafka.source.outOfOrdernessMillis=" + DisturbedMarket.OUT_OF_ORDERNESS_MILLIS,
                "breakers.leastAnswerMillis=60000",
                "breakers.answerMillis=60000",
                "breakers.budgetMillis=60000");
    }

    /** Returns what became of a market under so many faults. */
    public Bench.Result run(long seed, int rounds) throws InterruptedException {
        String servers = cluster.stack().kafka().bootstrapServers();
        cluster.submit();
        new HealthCheck(PATIENCE, Duration.ZERO)
                .complaint(cluster.flink(), cluster.jobId())
                .ifPresent(
                        complaint -> {
                            throw new StackException("the job did not start: " + complaint);
                        });
        try (DisturbedMarket market =
                        new DisturbedMarket(servers, SimulationConfig.of(seed, 1, SYMBOLS));
                FreshVerdicts verdicts = new FreshVerdicts(servers)) {
            market.start();
            requireFresh(verdicts, Long.MIN_VALUE, "the first verdict");
            await("a checkpoint", this::runs);
            int number = 0;
            for (FaultPlan.Round round : FaultPlan.of(seed, rounds).rounds()) {
                Thread.sleep(round.calmMillis());
                market.requireHealthy();
                double seconds = strike(round, verdicts);
                recoveries.add(new Recovery(round.fault(), seconds));
                await("the job after " + round.fault(), this::runs);
                progress.say(
                        String.format(
                                Locale.ROOT,
                                "round %d of %d: %s, a fresh verdict after %.2f s",
                                ++number,
                                rounds,
                                round.fault(),
                                seconds));
            }
            market.end();
            ExpectedSnapshots expected = market.expected();
            Set<String> all = expected.all();
            await("the last snapshots", () -> snapshots().containsAll(all));
            cluster.flink().stopWithSavepoint(cluster.jobId(), null);
            return result(Ledger.of(cluster.stack(), all, expected::inTail));
        }
    }

    /** Returns the seconds from a kill, or from the end of a hang, to a fresh verdict. */
    @OutsideResults("Measures by the clock.")
    private double strike(FaultPlan.Round round, FreshVerdicts verdicts)
            throws InterruptedException {
        ChildProcess frozen = cluster.strike(round);
        long newest = verdicts.newest();
        long began = System.nanoTime();
        CompletableFuture<Void> mended =
                CompletableFuture.runAsync(() -> cluster.mend(round.fault()));
        if (frozen != null) {
            Thread.sleep(round.freezeMillis());
            frozen.thaw();
            newest = verdicts.newest();
            began = System.nanoTime();
        }
        requireFresh(verdicts, newest, "a fresh verdict after " + round.fault());
        double seconds = (System.nanoTime() - began) / 1e9;
        mended.join();
        return seconds;
    }

    private void requireFresh(FreshVerdicts verdicts, long second, String what)
            throws InterruptedException {
        if (!verdicts.awaitLaterThan(second, PATIENCE)) {
            throw new StackException(
                    "need "
                            + what
                            + " within "
                            + PATIENCE
                            + ", was none; "
                            + cluster.flink().lastFailure(cluster.jobId()));
        }
    }

    private boolean runs() {
        JobStatus status = cluster.flink().status(cluster.jobId());
        return status.allTasksRunning() && status.checkpointsCompleted() > 0;
    }

    private Set<String> snapshots() {
        return Ledger.snapshots(WrittenIds.ids(cluster.stack().kafka(), Topics.FEATURES.name()));
    }

    @OutsideResults("Waits by the clock.")
    private void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StackException(
                        "need "
                                + what
                                + " within "
                                + PATIENCE
                                + ", was not there; "
                                + cluster.flink().lastFailure(cluster.jobId()));
            }
            Thread.sleep(300);
        }
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
                        Metric.of("p50_seconds", p50, "s, kill -9 to a fresh verdict"),
                        Metric.of("p95_seconds", p95, "s, kill -9 to a fresh verdict"),
                        Metric.of("answered_share", answered, "share"),
                        Metric.of("lost", (double) ledger.lost(), "count"),
                        Metric.of("duplicated", (double) ledger.duplicated(), "count"));
        List<Metric> guards = new ArrayList<>();
        guards.add(Metric.of("snapshots", (double) ledger.expected(), "count"));
        guards.add(Metric.of("extra", (double) ledger.extra(), "count"));
        guards.add(
                Metric.of("repeated", (double) ledger.repeated(), "count, dropped by their ids"));
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

    /** Returns the smallest value with at least this share at or below it; 0 of none. */
    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
