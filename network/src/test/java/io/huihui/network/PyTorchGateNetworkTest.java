package io.huihui.network;

import io.huihui.models.ParameterText;
import io.huihui.models.decision.Expert;
import io.huihui.models.gate.GateInputs;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.PlainGateNetwork;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PyTorchGateNetworkTest {

    private static final int INPUTS = GateInputs.all().size();
    private static final int EXPERTS = Expert.values().length;

    @Test
    void saysWhatThePlainLoopsSayForOneAndForMany() {
        GateNetworkModel model = fitted();
        SplittableRandom random = new SplittableRandom(3);
        float[] rows = new float[50 * INPUTS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        try (GateNetwork engine = new PyTorchGateNetwork(model, ComputeDevice.CPU)) {
            float[] expected = new PlainGateNetwork(model).logWeights(rows, 50);
            assertThat(engine.logWeights(rows, 50)).containsExactly(expected, offset(1e-4f));
            assertThat(engine.logWeights(rows, 1))
                    .containsExactly(Arrays.copyOf(expected, EXPERTS), offset(1e-4f));
        }
    }

    @Test
    void learnsWhomToListenToAndIsTheSameFromItsFile() {
        GateNetworkModel model = fitted();
        double[] knows = inputs(1);
        double[] doesNot = inputs(-1);

        assertThat(worth(model, knows)[0]).isGreaterThan(worth(model, doesNot)[0] + 0.5f);
        GateNetworkModel read =
                GateNetworkModel.read(ParameterText.of("gate", model.lines("a comment")));
        assertThat(read.lines()).isEqualTo(model.lines());
        assertThat(worth(read, knows)).isEqualTo(worth(model, knows));
    }

    @Test
    void theSameExamplesGiveTheSameNetwork() {
        assertThat(fitted().lines()).isEqualTo(fitted().lines());
    }

    @Test
    void aGpuSaysAndLearnsWhatTheProcessorsDo() {
        assumeTrue(hasGpu(), "a GPU and the CUDA build of the natives");
        GateTrainer.Fitted onCpu = fit(ComputeDevice.CPU);
        GateTrainer.Fitted onGpu = fit(ComputeDevice.GPU);

        // Sums are taken in another order, so the steps drift apart a little.
        assertThat(onGpu.heldNats()).isCloseTo(onCpu.heldNats(), offset(0.01));
        float[] rows = new float[64 * INPUTS];
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        try (GateNetwork cpu = new PyTorchGateNetwork(onGpu.model(), ComputeDevice.CPU);
                GateNetwork gpu = new PyTorchGateNetwork(onGpu.model(), ComputeDevice.GPU)) {
            assertThat(gpu.logWeights(rows, 64))
                    .containsExactly(cpu.logWeights(rows, 64), offset(1e-5f));
        }
    }

    @Test
    void aGpuThatIsNotThereIsNamed() {
        assumeFalse(hasGpu());

        assertThatThrownBy(() -> fit(ComputeDevice.GPU))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("need a GPU that the PyTorch engine sees, was none");
    }

    private static boolean hasGpu() {
        return PyTorch.engine().getGpuCount() > 0;
    }

    private static GateTrainer.Fitted fit(ComputeDevice device) {
        GateTraining settings = new GateTraining(List.of(8), 0.01f, 0, 1e-3f, 64, 6, 6, 7, device);
        return new GateTrainer(settings).fit("test/1", rows(1), rows(2), line -> {});
    }

    /**
     * One row in a thousand is forty deviations out, as an input's quality is that is nearly always
     * whole: it may cost what the gate lets it cost, and not all that the others gain.
     */
    @Test
    void aRowFarOutDoesNotOutweighAllOthers() {
        GateTraining linear =
                new GateTraining(List.of(), 0.01f, 0, 1e-3f, 64, 6, 6, 7, ComputeDevice.CPU);

        GateTrainer.Fitted fitted =
                new GateTrainer(linear).fit("test/1", rareRows(1), rareRows(2), line -> {});

        assertThat(fitted.heldNats()).isLessThan(Math.log(3));
    }

    private static GateRows rareRows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GateRows rows = new GateRows();
        int quality = GateInputs.answered(Expert.REGIME) + 3;
        for (int i = 0; i < 3_000; i++) {
            double[] inputs = inputs(random.nextGaussian());
            inputs[quality] = i % 1_000 == 0 ? 0 : 1;
            addRow(rows, inputs, random);
        }
        return rows;
    }

    private static float[] worth(GateNetworkModel model, double[] inputs) {
        float[] row = new float[INPUTS];
        model.scale().standardise(inputs, row, 0);
        return new PlainGateNetwork(model).logWeights(row, 1);
    }

    /** The first expert is right where the first input is above 0, and no use elsewhere. */
    private static GateNetworkModel fitted() {
        return fit(ComputeDevice.CPU).model();
    }

    private static GateRows rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GateRows rows = new GateRows();
        for (int i = 0; i < 3_000; i++) {
            addRow(rows, inputs(random.nextGaussian()), random);
        }
        return rows;
    }

    private static void addRow(GateRows rows, double[] inputs, SplittableRandom random) {
        int happened = random.nextInt(3);
        int said = inputs[0] > 0 ? happened : random.nextInt(3);
        double[] kept = new double[EXPERTS * 9];
        Arrays.fill(kept, 1.0 / 3);
        for (int horizon = 0; horizon < 3; horizon++) {
            for (int direction = 0; direction < 3; direction++) {
                kept[horizon * 3 + direction] = direction == said ? 0.8 : 0.1;
            }
        }
        rows.add(inputs, kept, happened, happened, happened);
    }

    private static double[] inputs(double first) {
        double[] inputs = new double[INPUTS];
        inputs[0] = first;
        for (Expert expert : Expert.values()) {
            inputs[GateInputs.answered(expert)] = 1;
        }
        return inputs;
    }

    @Test
    void keepsNothingOfACallBeyondIt() {
        try (PyTorchGateNetwork engine = new PyTorchGateNetwork(fitted(), ComputeDevice.CPU)) {
            float[] rows = new float[64 * INPUTS];
            engine.logWeights(rows, 64);
            int before = Held.by(engine.manager());
            for (int i = 0; i < 10_000; i++) {
                engine.logWeights(rows, 1 + i % 64);
            }
            assertThat(Held.by(engine.manager())).isEqualTo(before).isPositive();
        }
    }

    @Test
    void aCallThatFailsLeavesNothingEither() {
        try (PyTorchGateNetwork engine = new PyTorchGateNetwork(fitted(), ComputeDevice.CPU)) {
            engine.logWeights(new float[INPUTS], 1);
            int before = Held.by(engine.manager());

            assertThatThrownBy(() -> engine.logWeights(new float[INPUTS], 2))
                    .hasMessageContaining("need at least one row");

            assertThat(Held.by(engine.manager())).isEqualTo(before);
        }
    }
}
