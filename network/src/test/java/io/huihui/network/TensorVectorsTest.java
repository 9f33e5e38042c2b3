package io.huihui.network;

import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.DeviceAgreement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class TensorVectorsTest {

    private static final int DIMENSION = 128;

    @ParameterizedTest
    @EnumSource
    void findsWhatTheExactIndexFinds(ComputeDevice compute) {
        assumeTrue(compute == ComputeDevice.CPU || PyTorch.engine().getGpuCount() > 0);
        try (TensorVectors device = new TensorVectors(compute)) {
            assertThat(DeviceAgreement.share(device, DIMENSION)).isGreaterThan(0.95);
        }
    }

    @Test
    void keepsNothingOfACallBeyondIt() {
        SplittableRandom random = new SplittableRandom(2);
        try (TensorVectors device = new TensorVectors(ComputeDevice.CPU)) {
            device.begin("SPY", 100, 2);
            device.put("SPY", 0, new float[] {1, 2}, new float[] {5});
            int before = Held.by(device.manager());
            for (int i = 0; i < 1_000; i++) {
                float x = random.nextInt(10);
                device.put("SPY", i % 100, new float[] {x, 0}, new float[] {x * x});
                device.nearest("SPY", new float[] {1, 1}, 5);
            }
            assertThat(Held.by(device.manager())).isEqualTo(before).isPositive();
            device.forget("SPY");
            assertThat(Held.by(device.manager())).isZero();
        }
    }

    @Test
    void whereThereIsNoVectorNothingIsNear() {
        try (TensorVectors device = new TensorVectors(ComputeDevice.CPU)) {
            device.begin("SPY", 3, 2);
            device.put(
                    "SPY", 0, new float[] {3, 4, 9, 9}, new float[] {25, Float.POSITIVE_INFINITY});

            Candidates near = device.nearest("SPY", new float[] {0, 0}, 3);
            assertThat(near.place(0)).isZero();
            assertThat(near.square(0)).isEqualTo(25f);
            assertThat(near.square(1)).isInfinite();
        }
    }

    @Test
    void anOwnerThatIsNotThereIsAnError() {
        try (TensorVectors device = new TensorVectors(ComputeDevice.CPU)) {
            assertThatThrownBy(() -> device.nearest("nobody", new float[] {1}, 1))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
