package io.huihui.models.vector;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what a device finds against what the exact index finds. */
public final class DeviceAgreement {

    private static final int TURNS = 200;
    private static final int ADDED = 50;
    private static final int NEIGHBOURS = 10;

    private DeviceAgreement() {}

    /**
     * Searches among vectors of two owners in turns; their rings grow, turn around, and lose some.
     * Returns the share of searches that the device settled; each of those must be the index' own.
     */
    public static double share(VectorDevice device, int dimension) {
        SplittableRandom random = new SplittableRandom(1);
        ExactIndex[] indexes = {new ExactIndex(dimension, 3_000), new ExactIndex(dimension, 500)};
        Mirrors mirrors = new Mirrors();
        int settled = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            ExactIndex index = indexes[turn % indexes.length];
            for (int i = 0; i < ADDED; i++) {
                index.add(vector(random, dimension));
            }
            index.remove(turn * 20L);
            float[] query = vector(random, dimension);
            Neighbours found = new Neighbours();
            Mirrors.Question question =
                    mirrors.question("owner " + turn % indexes.length, index, query, NEIGHBOURS);
            if (mirrors.settle(question, index, question.on(device), found)) {
                settled++;
                assertSame(found, index, query);
            }
        }
        return settled / (double) TURNS;
    }

    private static void assertSame(Neighbours found, ExactIndex index, float[] query) {
        Neighbours expected = new Neighbours();
        index.search(query, NEIGHBOURS, expected);
        for (int rank = 0; rank < NEIGHBOURS; rank++) {
            assertThat(found.number(rank)).isEqualTo(expected.number(rank));
            assertThat(found.distance(rank)).isEqualTo(expected.distance(rank));
        }
    }

    private static float[] vector(SplittableRandom random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
