package io.huihui.benchmarks.evaluate.gate;

import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.network.ComputeDevice;
import io.huihui.network.GateRows;
import io.huihui.network.GateTrainer;
import io.huihui.network.GateTraining;

import java.util.List;
import java.util.function.Consumer;

/** Networks fitted to planted experts. Suites report on seeds after {@link #LAST_SEED}. */
final class PlantedNetworks {

    static final int STEPS = 3_000;

    private static final SeedRange FIT = new SeedRange(1, 40);
    private static final SeedRange HELD = new SeedRange(41, 60);

    /** The last seed that a network is fitted on. */
    static final long LAST_SEED = HELD.last();

    private static final List<Integer> HIDDEN = List.of(32, 32);
    private static final float PULL = 1e-3f;

    private PlantedNetworks() {}

    static GateNetworkModel fit(PlantedExperts.Plan plan, Consumer<String> progress) {
        return new GateTrainer(GateTraining.of(HIDDEN, PULL, ComputeDevice.CPU))
                .fit("planted/1", rows(plan, FIT), rows(plan, HELD), progress)
                .model();
    }

    /** Examples as the gate saw them while its booster ran, outcomes delayed as in the job. */
    private static GateRows rows(PlantedExperts.Plan plan, SeedRange seeds) {
        GateRows rows = new GateRows();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            PlantedExperts experts = new PlantedExperts(seed, plan);
            GateRun run = new GateRun(GateNetworkModel.untrained(), null, GateRun.DELAY);
            for (int i = 0; i < STEPS; i++) {
                GateRun.Judged judged = run.judge(experts.next());
                int realized = judged.step().realized().ordinal();
                rows.add(
                        run.inputs(),
                        GateMemory.kept(judged.step().opinions()),
                        realized,
                        realized,
                        realized);
            }
        }
        return rows;
    }
}
