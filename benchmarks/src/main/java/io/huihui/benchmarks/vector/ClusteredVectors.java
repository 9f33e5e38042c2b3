package io.huihui.benchmarks.vector;

import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.Neighbours;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

/**
 * Vectors in Gaussian clusters, queries of the same clusters, and the true neighbours of each.
 *
 * <p>Arrays are shared, not copied: there are hundreds of megabytes of them.
 */
final class ClusteredVectors {

    static final int DIMENSION = 128;
    static final int CLUSTERS = 1_000;
    static final int QUERIES = 500;
    static final int K = 10;

    /** Within a cluster, where centres have a standard deviation of 1 in each coordinate. */
    private static final double SPREAD = 0.3;

    final float[][] vectors;
    final float[][] queries;
    final long[][] nearest;

    ClusteredVectors(int count, long seed) {
        Draws draws = Draws.of(seed, Stream.LEARNING_EXAMPLES, "vectors", 0);
        double[][] centres = new double[CLUSTERS][DIMENSION];
        for (double[] centre : centres) {
            for (int i = 0; i < DIMENSION; i++) {
                centre[i] = draws.gaussian();
            }
        }
        vectors = draw(draws, centres, count);
        queries = draw(draws, centres, QUERIES);
        nearest = new long[QUERIES][];
        ExactIndex exact = new ExactIndex(DIMENSION, count);
        for (float[] vector : vectors) {
            exact.add(vector);
        }
        Neighbours found = new Neighbours();
        for (int query = 0; query < QUERIES; query++) {
            exact.search(queries[query], K, found);
            nearest[query] = numbers(found);
        }
    }

    private static float[][] draw(Draws draws, double[][] centres, int count) {
        float[][] drawn = new float[count][DIMENSION];
        for (float[] vector : drawn) {
            double[] centre = centres[(int) (draws.uniform() * centres.length)];
            for (int i = 0; i < DIMENSION; i++) {
                vector[i] = (float) (centre[i] + SPREAD * draws.gaussian());
            }
        }
        return drawn;
    }

    static long[] numbers(Neighbours found) {
        long[] numbers = new long[found.count()];
        for (int rank = 0; rank < numbers.length; rank++) {
            numbers[rank] = found.number(rank);
        }
        return numbers;
    }

    /** Returns how many of those found are among the true ones. */
    static int hits(long[] truth, long[] found) {
        int hits = 0;
        for (long each : found) {
            for (long right : truth) {
                hits += each == right ? 1 : 0;
            }
        }
        return hits;
    }
}
