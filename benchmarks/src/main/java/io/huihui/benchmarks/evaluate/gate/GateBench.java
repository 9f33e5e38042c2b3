package io.huihui.benchmarks.evaluate.gate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.pipeline.Usage;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.decision.Expert;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.PlainGateNetwork;
import io.huihui.network.ComputeDevice;
import io.huihui.network.PyTorchGateNetwork;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * {@code bench gate}: how long one decision of the gate takes, from three opinions to the explained
 * verdict, and what the network takes of it on PyTorch and in plain loops, alone and in the
 * operator's batches, turn by turn.
 */
public final class GateBench implements Bench {

    private static final double GOAL_AMORTISED_MICROS = 100;
    private static final double GOAL_SINGLE_MICROS = 2_000;
    private static final int BATCH = 64;
    private static final int STEPS = 2_000;
    private static final int TURNS = 9;
    private static final int WARM_UP_TURNS = 4;
    private static final int CALLS = 500;
    private static final double TAIL = 0.99;
    private static final int LEAK_ROWS = 10_000_000;

    /** Until heap, code and native arenas have their size. */
    private static final int ROWS_BEFORE = 6_000_000;

    private static final double GOAL_GROWTH_MEBIBYTES = 32;

    /** What the last run added up to, so that it is not optimised away. */
    private double sum;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String question() {
        return "How long does one decision of the gate take, and its network on PyTorch and in plain"
                + " loops?";
    }

    @Override
    public Result run(Progress progress) {
        GateNetworkModel model = GateNetworkModel.shipped();
        List<Metric> metrics = new ArrayList<>();
        try (GateNetwork torch = new PyTorchGateNetwork(model, ComputeDevice.CPU)) {
            GateNetwork plain = new PlainGateNetwork(model);
            double[] decisions = decisions(model, torch);
            double amortised = Arrays.stream(decisions).average().orElseThrow();
            Arrays.sort(decisions);
            double single = decisions[(int) (TAIL * decisions.length)];
            metrics.add(Metric.of("decision_mean", amortised, "us"));
            metrics.add(Metric.of("decision_p99", single, "us"));
            for (int rows : new int[] {1, BATCH}) {
                double onTorch = network(torch, model, rows);
                double inLoops = network(plain, model, rows);
                metrics.add(
                        new Metric(
                                "network_row_in_batch_of_" + rows,
                                onTorch,
                                null,
                                null,
                                inLoops,
                                "us"));
                progress.say(
                        String.format(
                                Locale.ROOT,
                                "batch of %d: PyTorch %.2f us a row, plain loops %.2f us",
                                rows,
                                onTorch,
                                inLoops));
            }
            double growth = growth(torch, model);
            progress.say(String.format(Locale.ROOT, "checksum %.3f", sum));
            return new Result(
                    metrics,
                    List.of(
                            Metric.of("largest_difference", apart(torch, plain, model), ""),
                            Metric.of("memory_growth", growth, "MiB")),
                    amortised < GOAL_AMORTISED_MICROS
                            && single < GOAL_SINGLE_MICROS
                            && !(growth > GOAL_GROWTH_MEBIBYTES));
        }
    }

    /** Microseconds of each decision, the network asked for one at a time. */
    private double[] decisions(GateNetworkModel model, GateNetwork network) {
        double[] micros = new double[STEPS];
        for (int turn = 0; turn < 2; turn++) {
            GateRun run = new GateRun(model, network, GateRun.DELAY);
            PlantedExperts experts =
                    new PlantedExperts(turn, (step, expert, condition) -> ordinal(expert));
            for (int i = 0; i < STEPS; i++) {
                PlantedExperts.Step step = experts.next();
                long begin = Stopwatch.nanos();
                sum += run.judge(step).mixture().confidence();
                micros[i] = (Stopwatch.nanos() - begin) / 1e3;
            }
        }
        return micros;
    }

    private static double ordinal(Expert expert) {
        return expert.ordinal();
    }

    /** Median over turns of the microseconds per row. */
    private double network(GateNetwork network, GateNetworkModel model, int rows) {
        float[] batch = batch(model, rows);
        double[] micros = new double[TURNS];
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            long begin = Stopwatch.nanos();
            for (int i = 0; i < CALLS; i++) {
                sum += network.logWeights(batch, rows)[0];
            }
            if (turn >= 0) {
                micros[turn] = (Stopwatch.nanos() - begin) / 1e3 / CALLS / rows;
            }
        }
        Arrays.sort(micros);
        return Stopwatch.median(micros);
    }

    /**
     * What ten million rows through PyTorch, in batches, add to the most memory that the process
     * has held; NaN where the system does not tell. One array that stays of each call would be a
     * hundred megabytes. The heap has to be bounded, or its growth is most of it.
     */
    private double growth(GateNetwork network, GateNetworkModel model) {
        float[] batch = batch(model, BATCH);
        double before = 0;
        for (int i = -ROWS_BEFORE / BATCH; i < LEAK_ROWS / BATCH; i++) {
            before = i == 0 ? peakMib() : before;
            sum += network.logWeights(batch, BATCH)[0];
        }
        return peakMib() - before;
    }

    private static double peakMib() {
        return Usage.peakMemoryMib(ProcessHandle.current().pid());
    }

    private static float[] batch(GateNetworkModel model, int rows) {
        SplittableRandom random = new SplittableRandom(1);
        float[] batch = new float[rows * model.names().size()];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = (float) random.nextGaussian();
        }
        return batch;
    }

    private static double apart(GateNetwork one, GateNetwork other, GateNetworkModel model) {
        float[] batch = batch(model, BATCH);
        float[] first = one.logWeights(batch, BATCH);
        float[] second = other.logWeights(batch, BATCH);
        double largest = 0;
        for (int i = 0; i < first.length; i++) {
            largest = Math.max(largest, Math.abs(first[i] - second[i]));
        }
        return largest;
    }
}
