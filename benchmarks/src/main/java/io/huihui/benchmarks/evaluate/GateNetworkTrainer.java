package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.network.GateDevice;
import io.huihui.network.GateRows;
import io.huihui.network.GateTrainer;
import io.huihui.network.GateTraining;
import io.huihui.simulator.SimulationConfig;

import java.util.List;

/**
 * Fits the gating network on simulated sessions. The last quarter of the seeds chooses the epoch:
 * no session is on both sides, and no outcome reaches from one session into another.
 */
public final class GateNetworkTrainer implements Trainer {

    private static final int SYMBOLS = 2;
    private static final int SESSIONS = 1;

    /** One example in half a minute: nearer ones look at almost the same path. */
    private static final long STEP_MILLIS = 30_000;

    private static final int FIT_QUARTERS = 3;

    /** Shapes to choose from; none is a linear gate. */
    private static final List<List<Integer>> HIDDEN =
            List.of(List.of(), List.of(16), List.of(32, 32));

    private static final float[] PULLS = {1e-3f, 1e-2f, 1e-1f};

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
            SimulatedSession.run(
                            SimulationConfig.of(seed, SESSIONS, SYMBOLS),
                            symbol -> new GatePipeline(symbol, GateNetworkModel.untrained()))
                    .values()
                    .forEach(pipeline -> addRows(pipeline, rows));
            progress.say("seed " + seed + ": " + (fit.size() + held.size()) + " examples");
        }
        GateNetworkModel model = best(fit, held, progress);
        return String.join(
                        "\n",
                        model.lines(
                                "./huihui train gate --seeds " + seeds.first() + "-" + seeds.last(),
                                fit.size() + " examples to fit, " + held.size() + " to choose by"))
                + "\n";
    }

    private static GateNetworkModel best(GateRows fit, GateRows held, Bench.Progress progress) {
        GateTrainer.Fitted best = null;
        for (List<Integer> hidden : HIDDEN) {
            for (float pull : PULLS) {
                GateTrainer.Fitted fitted =
                        new GateTrainer(GateTraining.of(hidden, pull, GateDevice.CPU))
                                .fit("gate-network/1", fit, held, line -> {});
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

    private static void addRows(GatePipeline pipeline, GateRows rows) {
        for (GatePipeline.Looked looked : pipeline.looked()) {
            if (looked.secondEndMillis() % STEP_MILLIS == 0) {
                int[] happened = new int[Horizon.values().length];
                boolean known = false;
                for (Horizon horizon : Horizon.values()) {
                    Direction realized = pipeline.log().realized(looked.secondEndMillis(), horizon);
                    happened[horizon.ordinal()] =
                            realized == null ? GateRows.UNKNOWN : realized.ordinal();
                    known |= realized != null;
                }
                if (known) {
                    rows.add(
                            looked.inputs().stream().mapToDouble(v -> v).toArray(),
                            looked.kept().stream().mapToDouble(v -> v).toArray(),
                            happened);
                }
            }
        }
    }
}
