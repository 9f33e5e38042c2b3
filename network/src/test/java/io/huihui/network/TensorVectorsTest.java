package io.huihui.network;

import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.Mirrors;
import io.huihui.models.vector.Neighbours;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class TensorVectorsTest {

    private static final int DIMENSION = 128;
    private static final int NEIGHBOURS = 10;

    /** Of two owners in turns; the ring grows, turns around, and loses some. */
    @ParameterizedTest
    @EnumSource
    void findsWhatTheExactIndexFinds(ComputeDevice compute) {
        assumeTrue(compute == ComputeDevice.CPU || PyTorch.engine().getGpuCount() > 0);
        SplittableRandom random = new SplittableRandom(1);
        ExactIndex[] indexes = {new ExactIndex(DIMENSION, 3_000), new ExactIndex(DIMENSION, 500)};
        Mirrors mirrors = new Mirrors();
        int settled = 0;
        try (TensorVectors device = new TensorVectors(compute)) {
            for (int turn = 0; turn < 200; turn++) {
                ExactIndex index = indexes[turn % 2];
                for (int i = 0; i < 50; i++) {
                    index.add(vector(random));
                }
                index.remove(turn * 20L);
                float[] query = vector(random);
                Neighbours expected = new Neighbours();
                index.search(query, NEIGHBOURS, expected);
                Neighbours found = new Neighbours();
                Mirrors.Question question =
                        mirrors.question("owner " + turn % 2, index, query, NEIGHBOURS);
                if (mirrors.settle(question, index, question.on(device), found)) {
                    settled++;
                    for (int rank = 0; rank < NEIGHBOURS; rank++) {
                        assertThat(found.number(rank)).isEqualTo(expected.number(rank));
                        assertThat(found.distance(rank)).isEqualTo(expected.distance(rank));
                    }
                }
            }
        }
        assertThat(settled).isGreaterThan(190);
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

    private static float[] vector(SplittableRandom random) {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
