package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.network.ComputeDevice;
import io.huihui.network.GateRows;
import io.huihui.network.GateTrainer;
import io.huihui.network.GateTraining;
import io.huihui.simulator.SimulationConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fits the gating network on simulated sessions. The last quarter of the seeds chooses the epoch:
 * no session is on both sides, and no outcome reaches from one session into another.
 */
public final class GateNetworkTrainer implements Trainer {

    private static final int SYMBOLS = 2;
    private static final int SESSIONS = 1;

    private static final int FIT_QUARTERS = 3;

    /** Shapes to choose from; none is a linear gate. */
    private static final List<List<Integer>> HIDDEN =
            List.of(List.of(), List.of(16), List.of(32, 32));

    private static final float[] PULLS = {1e-3f, 1e-2f, 1e-1f};

    private final ComputeDevice device;

    public GateNetworkTrainer(ComputeDevice device) {
        this.device = device;
    }

    @Override
    public Trainer on(ComputeDevice other) {
        return new GateNetworkTrainer(other);
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String purpose() {
        return "What the evidence of each expert is worth, by market and by recent outcomes.";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        GateRows fit = new GateRows();
        GateRows held = new GateRows();
        long count = seeds.last() - seeds.first() + 1;
        long lastFit = seeds.first() + count * FIT_QUARTERS / 4 - 1;
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            GateRows rows = seed <= lastFit ? fit : held;
            GateExamples examples = new GateExamples();
            examples.add(
                    SimulatedSession.run(
                                    SimulationConfig.of(seed, SESSIONS, SYMBOLS),
                                    GateNetworkTrainer::pipeline)
                            .values());
            examples.addTo(rows);
            progress.say("seed " + seed + ": " + (fit.size() + held.size()) + " examples");
        }
        return text(
                "./huihui train gate --seeds " + seeds.first() + "-" + seeds.last(),
                fit,
                held,
                progress);
    }

    /** Fits it on tapes: the last quarter of their time chooses, and no outcome reaches into it. */
    @Override
    public String train(List<Path> tapes, Bench.Progress progress) throws IOException {
        GateExamples examples = new GateExamples();
        for (Path tape : tapes) {
            examples.add(TapeSession.run(tape, GateNetworkTrainer::pipeline).values());
            progress.say(tape + ": " + examples.size() + " examples so far");
        }
        GateExamples.Split split = examples.byTime();
        String command =
                "./huihui train gate"
                        + tapes.stream()
                                .map(tape -> " --tape " + tape.getFileName())
                                .collect(Collectors.joining());
        return text(command, split.fit(), split.held(), progress);
    }

    private static GatePipeline pipeline(String symbol) {
        return new GatePipeline(symbol, GateNetworkModel.untrained());
    }

    private String text(String command, GateRows fit, GateRows held, Bench.Progress progress) {
        return String.join(
                        "\n",
                        best(fit, held, progress)
                                .lines(
                                        command,
                                        fit.size()
                                                + " examples to fit, "
                                                + held.size()
                                                + " to choose by"))
                + "\n";
    }

    private GateNetworkModel best(GateRows fit, GateRows held, Bench.Progress progress) {
        GateTrainer.Fitted best = null;
        for (List<Integer> hidden : HIDDEN) {
            for (float pull : PULLS) {
                GateTrainer.Fitted fitted =
                        new GateTrainer(GateTraining.of(hidden, pull, device))
                                .fit("gate-network/2", fit, held, line -> {});
                progress.say(
                        "hidden layers "
                                + hidden
                                + ", pull "
                                + pull
                                + ": "
                                + fitted.heldNats()
                                + " nats held out");
                if (best == null || fitted.heldNats() < best.heldNats()) {
                    best = fitted;
                }
            }
        }
        return best.model();
    }
}
